@NullMarked
package org.privacypromise.teststack;

import org.jspecify.annotations.NullMarked;
