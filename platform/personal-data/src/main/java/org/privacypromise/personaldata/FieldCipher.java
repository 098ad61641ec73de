package org.privacypromise.personaldata;

import java.nio.charset.StandardCharsets;
import javax.crypto.AEADBadTagException;

/**
 * Encrypts single fields with their subject's key. A ciphertext opens only in the place it was made for: moved to
 * another row, field or subject, or altered in any bit, it is refused instead of read. Both ways are explicit calls, so
 * that nothing is decrypted just because it was loaded.
 */
public final class FieldCipher {

    private static final String PURPOSE = "field";

    private FieldCipher() {}

    /** The place of one field; {@code row} is the row's ID and holds nothing personal. */
    public record Place(String table, String row, String field) {}

    public static byte[] encrypt(DataKey key, Place place, PersonalText plain) {
        return AesGcm.seal(key.secret(), plain.reveal().getBytes(StandardCharsets.UTF_8), boundTo(key, place));
    }

    /**
     * The text again.
     *
     * @throws UnreadableFieldException if this is not what was encrypted with this key for this place
     */
    public static PersonalText decrypt(DataKey key, Place place, byte[] encrypted) {
        try {
            return PersonalText.of(
                    new String(AesGcm.open(key.secret(), encrypted, boundTo(key, place)), StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw new UnreadableFieldException(place, e);
        }
    }

    private static String[] boundTo(DataKey key, Place place) {
        return new String[] {
            PURPOSE, place.table(), place.row(), place.field(), key.id().toString()
        };
    }
}
