/** The customer ID, the contact points known for it, and the account that it is linked to. */
@NullMarked
package org.privacypromise.identity.customer;

import org.jspecify.annotations.NullMarked;
