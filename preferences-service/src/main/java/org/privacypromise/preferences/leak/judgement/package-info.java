@NullMarked
package org.privacypromise.preferences.leak.judgement;

import org.jspecify.annotations.NullMarked;
