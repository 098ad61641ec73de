package org.privacypromise.register;

/**
 * Data that a purpose uses.
 *
 * @param category key of a {@link DataCategory}
 * @param required whether the purpose is impossible without it; if not, giving it is the customer's choice
 * @param otherwise what happens if the customer does not give it (Art. 13(2)(e))
 */
public record DataNeed(String category, boolean required, Text otherwise) {}
