/** What rules say about somebody, and what follows if several speak at once. */
@NullMarked
package org.privacypromise.fraudcheck.rule.verdict;

import org.jspecify.annotations.NullMarked;
