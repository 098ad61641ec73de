package org.privacypromise.register;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One use of personal data, as the notice explains it and as the software must keep it.
 *
 * @param grounds its legal bases; empty while {@code decision} is open
 * @param decision set if the controller has yet to name the legal basis, else null
 * @param uses fideslang data uses, such as {@code marketing.communications}
 * @param objectable whether the customer can object (Art. 21)
 * @param withdrawable whether the customer can take it back: withdraw a consent, cancel a request, unlink an account
 * @param recipients keys of the {@link Recipient recipients} that get data
 * @param retention keys of the {@link RetentionRule retention rules} that keep data
 */
public record Purpose(
        String key,
        Section section,
        Explanation explanation,
        List<Ground> grounds,
        @Nullable Decision decision,
        List<String> uses,
        List<DataNeed> data,
        Reach reach,
        boolean objectable,
        boolean withdrawable,
        List<String> recipients,
        List<String> retention) {

    public Purpose {
        grounds = List.copyOf(grounds);
        uses = List.copyOf(uses);
        data = List.copyOf(data);
        recipients = List.copyOf(recipients);
        retention = List.copyOf(retention);
    }

    /** Whether a legal basis of the purpose is this one. */
    public boolean restsOn(LegalBasis basis) {
        return grounds.stream().anyMatch(ground -> ground.basis() == basis);
    }

    /** Direct marketing: the right to object is absolute (Art. 21(3)). */
    public boolean isMarketing() {
        return uses.stream().anyMatch(use -> use.equals("marketing") || use.startsWith("marketing."));
    }

    /** Every cell of the purpose, brand by brand. */
    public Stream<ChoiceCell> cells() {
        return reach.brands().stream()
                .flatMap(brand -> reach.channels().stream().map(channel -> cell(channel, brand)));
    }

    ChoiceCell cell(String channel, String brand) {
        boolean changeable = reach.isChoosable(channel, brand);
        return new ChoiceCell(key, channel, brand, !changeable || reach.allowedByDefault(), changeable, grounds);
    }
}
