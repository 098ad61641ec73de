package org.privacypromise.requests.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.register.DataCategory;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Recipient;
import org.privacypromise.register.Section;
import org.privacypromise.register.Text;
import org.privacypromise.requests.clock.LawInWords;
import org.privacypromise.requests.fulfilment.SystemAnswer;
import org.privacypromise.requests.lifecycle.Request;

/** Puts into words what the purpose register, the request and the systems' answers say (Art. 15(1) and (2)). */
@ApplicationScoped
class DescribeAnswer {

    private final PurposeRegister register;
    private final LawInWords law;
    private final String language;

    DescribeAnswer(PurposeRegister register, LawInWords law) {
        this.register = register;
        this.law = law;
        this.language = register.defaultLanguage().tag();
    }

    YourData describe(Request request, List<SystemAnswer> answers, Instant madeAt) {
        return new YourData(
                language,
                register.controller().name(),
                register.controller().contact(),
                request.id().toString(),
                Words.moment(request.receivedAt()),
                Words.day(madeAt),
                Words.day(request.dueDate()),
                law.name(request.regime(), language),
                request.derivation().rules(),
                request.derivation().calendar(),
                law.steps(request.derivation(), language).stream()
                        .map(step -> new YourData.Step(Words.day(step.date()), step.because()))
                        .toList(),
                uses(Section.NOTICE),
                uses(Section.SUITE),
                answers.stream().map(this::asked).toList(),
                law.complaints(request.regime(), request.place(), language),
                register.version());
    }

    /** What a category is called; its key if the register does not know it. */
    String category(String key) {
        return register.dataCategories().stream()
                .filter(category -> category.key().equals(key))
                .map(DataCategory::name)
                .map(this::in)
                .findFirst()
                .orElse(key);
    }

    private List<YourData.Use> uses(Section section) {
        return register.purposes().stream()
                .filter(purpose -> purpose.section() == section)
                .map(this::use)
                .toList();
    }

    private YourData.Use use(Purpose purpose) {
        return new YourData.Use(
                purpose.key(),
                in(purpose.explanation().name()),
                in(purpose.explanation().what()),
                in(purpose.explanation().why()),
                in(purpose.explanation().legal()),
                purpose.grounds().stream()
                        .map(ground -> Words.ground(ground, language))
                        .toList(),
                purpose.data().stream()
                        .map(need ->
                                new YourData.Need(category(need.category()), need.required(), in(need.otherwise())))
                        .toList(),
                purpose.recipients().stream()
                        .flatMap(key -> register.recipient(key).stream())
                        .map(this::receiver)
                        .toList(),
                purpose.retention().stream()
                        .flatMap(key -> register.retentionRule(key).stream())
                        .map(rule -> new YourData.Keeping(in(rule.words()), rule.law()))
                        .toList(),
                say(purpose));
    }

    private YourData.Receiver receiver(Recipient recipient) {
        return new YourData.Receiver(
                in(recipient.name()),
                Words.country(recipient.country()),
                recipient.safeguard() != null ? in(recipient.safeguard()) : withoutSafeguard(recipient),
                recipient.decision() != null);
    }

    private String withoutSafeguard(Recipient recipient) {
        return recipient.country().equals(register.controller().country())
                ? "The same law as here"
                : "The law there protects your data as well as the law here";
    }

    private static List<String> say(Purpose purpose) {
        List<String> say = new ArrayList<>();
        if (purpose.withdrawable()) {
            say.add("You can take this back at any time.");
        }
        if (purpose.objectable()) {
            say.add(
                    purpose.isMarketing()
                            ? "You can object, and then we stop, whatever the reason."
                            : "You can object, and then we stop unless we have compelling reasons to go on.");
        }
        return say;
    }

    private YourData.Asked asked(SystemAnswer answer) {
        String name = register.system(answer.system())
                .map(system -> in(system.name()))
                .orElse(answer.system());
        return new YourData.Asked(
                answer.system(),
                name,
                Words.moment(answer.issuedAt()),
                Words.moment(answer.answeredAt()),
                outcome(answer),
                answer.upload() == null ? null : file(answer.system()));
    }

    private static String outcome(SystemAnswer answer) {
        if (answer.givenUp() != null) {
            return "Is missing here: " + answer.givenUp().words();
        }
        return answer.outcome() == TaskAnswered.Outcome.DONE
                ? "Handed over what it holds (" + size(answer.bytes()) + ")"
                : "Holds nothing about you";
    }

    static String file(String system) {
        return "data/" + system + ".json";
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? bytes / 1_000 + " kB" : String.format(Locale.UK, "%.1f MB", bytes / 1_000_000.0);
    }

    private String in(Text text) {
        return text.in(language).text();
    }
}
