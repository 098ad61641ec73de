package org.privacypromise.register;

import java.util.List;

/**
 * One square of the grid purpose x channel x brand.
 *
 * @param allowedByDefault what holds for a customer who never chose
 * @param changeable whether the customer decides; if not, the purpose's service message says why
 * @param grounds the legal bases of the purpose; empty while the controller has to decide
 */
public record ChoiceCell(
        String purpose,
        String channel,
        String brand,
        boolean allowedByDefault,
        boolean changeable,
        List<Ground> grounds) {

    public ChoiceCell {
        grounds = List.copyOf(grounds);
    }
}
