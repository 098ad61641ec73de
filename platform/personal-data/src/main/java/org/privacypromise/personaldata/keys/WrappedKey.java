package org.privacypromise.personaldata.keys;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.WrappingKeys;

/** What it takes to use a live key. Read afresh each time: the session keeps no row that may be destroyed meanwhile. */
@RegisterForReflection
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrappedKey(UUID id, int wrappingVersion, byte[] wrappedKey) {

    DataKey unwrap(WrappingKeys keys) {
        return keys.unwrap(id, new WrappingKeys.Wrapped(wrappingVersion, wrappedKey));
    }
}
