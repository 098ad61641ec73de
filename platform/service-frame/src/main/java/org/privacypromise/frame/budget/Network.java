package org.privacypromise.frame.budget;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one caller can call from: an IPv4 address, or an IPv6 network of 64 bits, as whoever has one such address has all
 * 2^64 of that network.
 */
public final class Network {

    private static final int BYTES_OF_A_64_BIT_PREFIX = 8;

    private Network() {}

    /** The same text for all addresses of one caller. */
    public static String of(String address) {
        InetAddress parsed;
        try {
            parsed = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            // A Unix socket, or a proxy that says something else: all of these share one budget.
            return "unknown";
        }
        byte[] bytes = parsed.getAddress();
        return HexFormat.of()
                .formatHex(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, BYTES_OF_A_64_BIT_PREFIX) : bytes);
    }
}
