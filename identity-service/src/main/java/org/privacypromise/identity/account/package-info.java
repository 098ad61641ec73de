/** Sign-in accounts, which the identity provider keeps. */
@NullMarked
package org.privacypromise.identity.account;

import org.jspecify.annotations.NullMarked;
