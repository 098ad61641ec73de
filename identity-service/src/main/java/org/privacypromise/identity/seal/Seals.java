package org.privacypromise.identity.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.privacypromise.personaldata.MacKeys;

/**
 * Seals texts that must be recognised and not be read: a code, a network address, what a mail says. A seal holds for its
 * use and its parts in their order; without the key nobody can tell which of a million codes it is of.
 */
public final class Seals {

    private static final byte FORMAT = 1;

    private final MacKeys keys;

    public Seals(MacKeys keys) {
        this.keys = keys;
    }

    public Seal seal(String use, String... parts) {
        int version = keys.active();
        return new Seal(version, keys.mac(version, unambiguous(use, parts)));
    }

    /** Takes equally long however much of the seal is right; false also if its key is gone. */
    public boolean matches(Seal seal, String use, String... parts) {
        return keys.matches(seal.keyVersion(), unambiguous(use, parts), seal.mac());
    }

    /** A seal as a short text, to count under. It changes when the key is rotated. */
    public String name(String use, String... parts) {
        Seal seal = seal(use, parts);
        return seal.keyVersion() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(seal.mac());
    }

    // Each part with its length, so that ("ab", "c") and ("a", "bc") are sealed differently.
    private static byte[] unambiguous(String use, String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            write(out, use);
            for (String part : parts) {
                write(out, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
