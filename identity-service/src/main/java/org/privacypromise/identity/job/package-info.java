/** What background jobs have in common. */
@NullMarked
package org.privacypromise.identity.job;

import org.jspecify.annotations.NullMarked;
