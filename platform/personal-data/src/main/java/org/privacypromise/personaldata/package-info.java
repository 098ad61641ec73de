@NullMarked
package org.privacypromise.personaldata;

import org.jspecify.annotations.NullMarked;
