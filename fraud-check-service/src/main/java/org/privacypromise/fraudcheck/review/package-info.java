/** What a person decides where rules may not. */
@NullMarked
package org.privacypromise.fraudcheck.review;

import org.jspecify.annotations.NullMarked;
