/**
 * The register of processing purposes: what the privacy notice promises, as immutable values that every service reads,
 * and the loader that refuses a register which contradicts itself.
 */
@NullMarked
package org.privacypromise.register;

import org.jspecify.annotations.NullMarked;
