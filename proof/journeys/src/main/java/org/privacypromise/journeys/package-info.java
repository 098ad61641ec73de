/**
 * The journeys: each is a class whose steps the demo walks aloud and a test walks in CI. They know the suite from the
 * outside only, by HTTP, mail and Kafka.
 */
@NullMarked
package org.privacypromise.journeys;

import org.jspecify.annotations.NullMarked;
