package org.privacypromise.register;

import org.jspecify.annotations.Nullable;

/**
 * A legal basis of a purpose.
 *
 * @param condition when it applies, if it does not cover the whole purpose; else null
 */
public record Ground(LegalBasis basis, @Nullable Text condition) {}
