package org.privacypromise.preferences.sendcheck;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.sendcheck.verdict.Offer;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;

/** Every cell of the register under a number, so that a thousand questions name theirs in few bytes. */
@ApplicationScoped
class OfferedCells {

    private final Map<Cell, Offered> byCell = new HashMap<>();
    private final List<Cell> changeable;
    private final JsonObject[] named;

    OfferedCells(PurposeRegister register) {
        List<ChoiceCell> choices = register.choices();
        for (ChoiceCell choice : choices) {
            byCell.put(cell(choice), new Offered(byCell.size() + 1, offer(choice, register)));
        }
        changeable = choices.stream()
                .filter(ChoiceCell::changeable)
                .map(OfferedCells::cell)
                .toList();
        named = choices.stream()
                .map(choice -> new JsonObject()
                        .put("purpose", choice.purpose())
                        .put("channel", choice.channel())
                        .put("brand", choice.brand()))
                .toArray(JsonObject[]::new);
    }

    /** @param number from 1, as arrays count in SQL */
    record Offered(int number, Offer offer) {}

    @Nullable
    Offered find(Cell cell) {
        return byCell.get(cell);
    }

    /** Those that the customer decides about. */
    List<Cell> changeable() {
        return changeable;
    }

    /** What each number stands for, with the names that stored choices have. */
    JsonObject[] named() {
        return named.clone();
    }

    private static Cell cell(ChoiceCell choice) {
        return new Cell(choice.purpose(), choice.channel(), choice.brand());
    }

    private static Offer offer(ChoiceCell choice, PurposeRegister register) {
        if (choice.changeable()) {
            return Offer.CHOICE;
        }
        return register.purpose(choice.purpose()).filter(Purpose::withdrawable).isPresent()
                ? Offer.ON_REQUEST
                : Offer.SERVICE_MESSAGE;
    }
}
