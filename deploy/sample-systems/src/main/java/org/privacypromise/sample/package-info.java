/**
 * Two systems of a retailer that obey the choices of its customers: the order system and the marketing system.
 *
 * <p>They use nothing of the suite but its published contracts, over Kafka and HTTP, so that a team can copy what it
 * finds here. Start with {@link org.privacypromise.sample.ChoicesFollower}, which is the whole duty of a system.
 */
@NullMarked
package org.privacypromise.sample;

import org.jspecify.annotations.NullMarked;
