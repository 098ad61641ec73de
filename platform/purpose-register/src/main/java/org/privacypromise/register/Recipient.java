package org.privacypromise.register;

import org.jspecify.annotations.Nullable;

/**
 * Whom personal data is given to. An access reply names each one (CJEU C-154/21).
 *
 * @param country ISO 3166-1 alpha-2
 * @param safeguard what protects the data in a country without adequate protection (Art. 46); null where none is needed
 * @param decision what the controller still has to say about this recipient; null if nothing
 */
public record Recipient(
        String key,
        Text name,
        String country,
        @Nullable Text safeguard,
        @Nullable Decision decision) {}
