/** All mail that the suite sends: accepted once, kept until it is delivered, then forgotten. */
@NullMarked
package org.privacypromise.identity.mail;

import org.jspecify.annotations.NullMarked;
