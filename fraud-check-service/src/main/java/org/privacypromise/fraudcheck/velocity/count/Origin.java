package org.privacypromise.fraudcheck.velocity.count;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where attempts come from, as far as it can be told apart: an IPv4 address, or the first half of an IPv6 address, since
 * one line is given all of the second half to choose from.
 */
public final class Origin {

    private static final int LONGEST = 45;
    private static final Pattern ALPHABET = Pattern.compile("[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /**
     * The origin that this address belongs to, the same for every way to write it; empty if it is no address. Names are
     * not looked up.
     */
    public static Optional<String> of(String address) {
        if (address.length() > LONGEST || !looksLikeAnAddress(address)) {
            return Optional.empty();
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            return Optional.of(
                    parsed instanceof Inet4Address
                            ? "4:" + HexFormat.of().formatHex(bytes)
                            : "6:" + HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** IPv4 with all of its four numbers, or IPv6 and nothing around it: the JDK also reads {@code 127.1} and {@code [::1]}. */
    private static boolean looksLikeAnAddress(String address) {
        return ALPHABET.matcher(address).matches()
                && (address.indexOf(':') >= 0
                        || address.chars().filter(c -> c == '.').count() == 3);
    }
}
