package org.privacypromise.preferences.objection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.contact.DecideAtContactPoint;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/**
 * Says no to all direct marketing in somebody's name: to every purpose whose use is marketing, by every channel and brand.
 * At a contact point it counts for every customer who is reached by it. What they asked for themselves, such as an alert,
 * is no marketing and stays.
 */
@ApplicationScoped
class ObjectToMarketing {

    private static final String MARKETING = "marketing";

    private final ChangeChoices changeChoices;
    private final DecideAtContactPoint decideAtContactPoint;
    private final PurposeRegister register;
    private final Clock clock;

    ObjectToMarketing(
            ChangeChoices changeChoices,
            DecideAtContactPoint decideAtContactPoint,
            PurposeRegister register,
            Clock clock) {
        this.changeChoices = changeChoices;
        this.decideAtContactPoint = decideAtContactPoint;
        this.register = register;
        this.clock = clock;
    }

    Uni<Void> object(String request, MarketingObjection objection) {
        Map<String, String> details = Map.of("wish", "marketing-objection", "request", request);
        String customer = objection.customerId();
        return Panache.withTransaction(() -> customer != null
                ? changeChoices
                        .change(
                                EventKey.ofCustomer(customer),
                                marketing()
                                        .map(cell -> new Decision(cell, false))
                                        .toList(),
                                evidence(Source.CUSTOMER, customer, objection),
                                details)
                        .replaceWithVoid()
                : atContactPoint(Objects.requireNonNull(objection.contactRef()), objection, details));
    }

    private Uni<Void> atContactPoint(String contactRef, MarketingObjection objection, Map<String, String> details) {
        List<Cell> cells = marketing().toList();
        return changeChoices
                .takeTurnAt(contactRef)
                .chain(() -> decideAtContactPoint.refuse(
                        contactRef, cells, evidence(Source.GUEST, contactRef, objection), details));
    }

    private Stream<Cell> marketing() {
        return register.choices().stream()
                .filter(ChoiceCell::changeable)
                .filter(choice -> register.purposes().stream()
                        .filter(purpose -> purpose.key().equals(choice.purpose()))
                        .flatMap(purpose -> purpose.uses().stream())
                        .anyMatch(use -> use.equals(MARKETING) || use.startsWith(MARKETING + ".")))
                .map(choice -> new Cell(choice.purpose(), choice.channel(), choice.brand()));
    }

    private Evidence evidence(Source source, String actor, MarketingObjection objection) {
        return new Evidence(source, actor, register.version(), objection.language(), clock.instant());
    }
}
