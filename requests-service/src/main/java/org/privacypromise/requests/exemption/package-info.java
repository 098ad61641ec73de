/** What an erasure leaves, why, and until when: told to the person in plain words. */
@NullMarked
package org.privacypromise.requests.exemption;

import org.jspecify.annotations.NullMarked;
