package org.privacypromise.personaldata;

import java.util.List;

/**
 * The keys of one mounted folder, for signing. The active one signs; every key that lies in the folder is published, so
 * that what was signed before a rotation can still be checked. A key's ID is its version.
 */
public final class SigningKeys {

    private final KeyFolder folder;

    public SigningKeys(KeyFolder folder) {
        this.folder = folder;
    }

    public SigningKey active() {
        KeyRing ring = folder.current();
        return key(ring, ring.active());
    }

    public PublicKeySet publicKeys() {
        KeyRing ring = folder.current();
        List<SigningKey> all =
                ring.versions().stream().map(version -> key(ring, version)).toList();
        return PublicKeySet.of(all);
    }

    private static SigningKey key(KeyRing ring, int version) {
        return SigningKey.of(
                Integer.toString(version), ring.key(version, "Ed25519").getEncoded());
    }
}
