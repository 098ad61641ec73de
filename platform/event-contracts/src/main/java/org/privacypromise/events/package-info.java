/**
 * The published language: what the services and the systems tell each other through Kafka.
 *
 * <p>Events carry IDs and references, never an address, a name or a number of a person. {@code asyncapi.yaml} beside
 * these classes says which topic carries what, {@code schemas/} is the contract with those who do not use Java.
 */
@NullMarked
package org.privacypromise.events;

import org.jspecify.annotations.NullMarked;
