package org.privacypromise.personaldata;

import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;

/**
 * Wraps data keys for storage, under the active key of a mounted folder, and unwraps them as long as the key that
 * wrapped them is in the folder. A wrapped key is bound to its ID: it cannot stand in for another.
 */
public final class WrappingKeys {

    private static final String PURPOSE = "data-key";

    private final KeyFolder keys;

    public WrappingKeys(KeyFolder keys) {
        this.keys = keys;
    }

    /** A data key as it may be stored, with the version of the key that wraps it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Wrapped(int version, byte[] key) {}

    /** The versions in the folder that {@link #wrap} no longer uses, or not yet. */
    public List<Integer> inactive() {
        KeyRing ring = keys.current();
        return ring.versions().stream()
                .filter(version -> version != ring.active())
                .toList();
    }

    public Wrapped wrap(DataKey key) {
        KeyRing ring = keys.current();
        byte[] wrapped = AesGcm.seal(
                ring.key(ring.active(), "AES"),
                key.secret().getEncoded(),
                PURPOSE,
                key.id().toString());
        return new Wrapped(ring.active(), wrapped);
    }

    /**
     * The data key again.
     *
     * @throws IllegalStateException says which wrapping key is missing, or that the stored key was altered
     */
    public DataKey unwrap(UUID id, Wrapped wrapped) {
        try {
            return new DataKey(
                    id,
                    AesGcm.open(keys.current().key(wrapped.version(), "AES"), wrapped.key(), PURPOSE, id.toString()));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "The data key " + id + " does not open with wrapping key " + wrapped.version()
                            + ": it was altered, or the key file holds another key than it did.",
                    e);
        }
    }
}
