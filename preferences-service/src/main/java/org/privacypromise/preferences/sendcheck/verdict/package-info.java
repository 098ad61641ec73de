/** What may be sent, decided from what is known about the addressee. */
@NullMarked
package org.privacypromise.preferences.sendcheck.verdict;

import org.jspecify.annotations.NullMarked;
