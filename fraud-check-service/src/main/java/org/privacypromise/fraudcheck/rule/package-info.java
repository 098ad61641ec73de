/** The rules by which screening judges: a file of conditions with plain words, refused as a whole if one of them is wrong. */
@NullMarked
package org.privacypromise.fraudcheck.rule;

import org.jspecify.annotations.NullMarked;
