/** How much a caller may ask for; counted in the database, for all replicas alike. */
@NullMarked
package org.privacypromise.identity.budget;

import org.jspecify.annotations.NullMarked;
