package org.privacypromise.requests.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.privacypromise.register.Controller;
import org.privacypromise.register.DataCategory;
import org.privacypromise.register.DataNeed;
import org.privacypromise.register.Ground;
import org.privacypromise.register.OpenDecision;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Recipient;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.register.RetentionRule;
import org.privacypromise.register.Text;
import org.privacypromise.requests.record.ProcessingRecordView.Activity;
import org.privacypromise.requests.record.ProcessingRecordView.HolderView;
import org.privacypromise.requests.record.ProcessingRecordView.TransferView;
import org.privacypromise.requests.record.ProcessingRecordView.Work;

/** Writes the record of processing. It says what the register says, in English; what that leaves open is listed as open. */
@ApplicationScoped
class DescribeProcessing {

    private static final String LANGUAGE = "en";
    private static final String SUBJECTS =
            "Customers, and people who are not: guests of the shop, and whoever writes to us";

    // Art. 30(1)(g) asks for it "where possible".
    private static final String NO_MEASURES =
            "security measures: the register has no text on them; describe them beside this record";

    private final PurposeRegister register;
    private final Clock clock;

    DescribeProcessing(PurposeRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    ProcessingRecordView describe(Disclosures disclosures) {
        Controller controller = register.controller();
        return new ProcessingRecordView(
                register.version(),
                LocalDate.now(clock),
                controller.name(),
                country(controller.country()),
                controller.contact(),
                SUBJECTS,
                register.purposes().stream().map(this::activity).toList(),
                register.systems().stream()
                        .map(system -> holder(system, disclosures))
                        .toList(),
                transfers(disclosures),
                disclosures.packages(),
                disclosures.downloads(),
                open());
    }

    /** Every recipient, those abroad first. */
    List<TransferView> transfers(Disclosures disclosures) {
        List<TransferView> all = register.recipients().stream()
                .map(recipient -> transfer(recipient, disclosures))
                .toList();
        return Stream.concat(
                        all.stream().filter(TransferView::abroad), all.stream().filter(transfer -> !transfer.abroad()))
                .toList();
    }

    private Activity activity(Purpose purpose) {
        return new Activity(
                purpose.key(),
                in(purpose.explanation().name()),
                in(purpose.explanation().what()),
                in(purpose.explanation().why()),
                purpose.grounds().stream().map(DescribeProcessing::basis).toList(),
                purpose.data().stream()
                        .map(DataNeed::category)
                        .map(this::category)
                        .toList(),
                purpose.recipients().stream()
                        .flatMap(key -> register.recipient(key).stream())
                        .map(recipient -> in(recipient.name()))
                        .toList(),
                purpose.retention().stream()
                        .flatMap(key -> register.retentionRule(key).stream())
                        .map(this::timeLimit)
                        .toList());
    }

    private HolderView holder(RegisteredSystem system, Disclosures disclosures) {
        return new HolderView(
                system.key(),
                in(system.name()),
                system.holds().stream().map(this::category).toList(),
                disclosures.of(system.key()).stream()
                        .map(one -> new Work(one.operation(), one.asked(), one.answered()))
                        .toList());
    }

    private TransferView transfer(Recipient recipient, Disclosures disclosures) {
        Controller controller = register.controller();
        List<Purpose> purposes = register.purposes().stream()
                .filter(purpose -> purpose.recipients().contains(recipient.key()))
                .toList();
        return new TransferView(
                recipient.key(),
                in(recipient.name()),
                recipient.country(),
                country(recipient.country()),
                !recipient.country().equals(controller.country()),
                controller.needsSafeguard(recipient.country()),
                safeguard(recipient),
                purposes.stream()
                        .map(purpose -> in(purpose.explanation().name()))
                        .toList(),
                purposes.stream()
                        .flatMap(purpose -> purpose.data().stream())
                        .map(DataNeed::category)
                        .distinct()
                        .map(this::category)
                        .toList(),
                disclosures.packages(),
                recipient.decision() == null ? null : in(recipient.decision().question()));
    }

    private String safeguard(Recipient recipient) {
        if (recipient.safeguard() != null) {
            return in(recipient.safeguard());
        }
        Controller controller = register.controller();
        if (recipient.country().equals(controller.country())) {
            return "none needed: it is the controller's own country";
        }
        return controller.needsSafeguard(recipient.country())
                ? "NONE NAMED: there must be one (Art. 46)"
                : "none needed: the law there is recognised as protecting enough (Art. 45)";
    }

    private String timeLimit(RetentionRule rule) {
        String words = in(rule.words());
        return rule.law() == null ? words : words + " (" + rule.law() + ")";
    }

    private List<String> open() {
        return Stream.concat(register.openDecisions().stream().map(this::question), Stream.of(NO_MEASURES))
                .toList();
    }

    private String question(OpenDecision decision) {
        return decision.field() + ": " + in(decision.decision().question());
    }

    private static String basis(Ground ground) {
        String name = ground.basis().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ("
                + ground.basis().article() + ")";
        return ground.condition() == null
                ? name
                : name + ": " + ground.condition().in(LANGUAGE).text();
    }

    private String category(String key) {
        return register.dataCategories().stream()
                .filter(category -> category.key().equals(key))
                .map(DataCategory::name)
                .map(DescribeProcessing::in)
                .findFirst()
                .orElse(key);
    }

    private static String in(Text text) {
        return text.in(LANGUAGE).text();
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.UK);
    }
}
