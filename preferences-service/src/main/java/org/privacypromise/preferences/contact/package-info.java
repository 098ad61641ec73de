@NullMarked
package org.privacypromise.preferences.contact;

import org.jspecify.annotations.NullMarked;
