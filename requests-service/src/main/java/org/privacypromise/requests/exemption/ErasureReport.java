package org.privacypromise.requests.exemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.register.DataCategory;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.register.RetentionRule;
import org.privacypromise.register.Text;

/**
 * What became of a person's data, category by category: where it is erased, where it will be, and what is kept, by which
 * law, until when. It says only what the systems have answered; what none has answered yet follows.
 *
 * @param backupsUntil the day from which no backup can bring anything back; null if no key was destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureReport(
        List<Category> categories,
        List<AskedSystem> systems,
        List<Destroyed> certificates,
        List<Told> told,
        @Nullable Instant backupsUntil) {

    /** What a legal hold keeps names this rule. */
    public static final String LEGAL_HOLD = "legal-hold";

    private static final String WORDS_OF_A_HOLD =
            "A court, an authority or a legal claim needs it, so we must not erase it now. Once that is over, it is erased"
                    + " without you asking again.";
    private static final String LAW_OF_A_HOLD = "GDPR Art. 17(3)(e)";

    /**
     * A kind of data.
     *
     * @param key fideslang
     * @param erasedIn the systems, by name, in which it is gone
     * @param followsIn the systems, by name, that have not answered yet
     * @param notErased where it could not be erased, and why
     */
    public record Category(
            String key,
            String name,
            List<String> erasedIn,
            List<String> followsIn,
            List<Kept> kept,
            List<NotErased> notErased) {}

    /**
     * Where something is left that should be gone.
     *
     * @param because the reason, within a sentence
     */
    public record NotErased(String system, String because) {}

    /**
     * A recipient who was told that the data is erased (GDPR Art. 19).
     *
     * @param system which has told them, by name
     */
    public record Told(String recipient, String system, Instant at) {}

    /**
     * What a system keeps of a category.
     *
     * @param words the rule in plain words
     * @param law as cited
     * @param until the day on which it is erased, too; null if the rule's period has not begun or has no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            String system,
            String retention,
            String words,
            @Nullable String law,
            @Nullable LocalDate until) {}

    /** A system that was asked. */
    public record AskedSystem(String key, String name, Outcome outcome) {}

    /** How far a system is. */
    public enum Outcome {
        ERASED,
        NOTHING_HELD,
        /** A person has to look, and the request stays open until then. */
        FAILED,
        /** It has not answered yet, or is asked later. */
        FOLLOWS,
        /** A legal hold forbids it for now. */
        HELD,
        /** It could not be done, and nobody tries it for this request any longer. */
        NOT_ERASED
    }

    /** Proof that a key is gone, and with it whatever it encrypted. */
    public record Destroyed(String system, String keyId, Instant destroyedAt, Instant inBackupsUntil, String hash) {}

    /**
     * One system's part in an erasure.
     *
     * @param answer what it has answered, or null
     * @param held whether a legal hold forbids it
     * @param givenUp why it was closed undone, or null
     */
    public record Part(
            String system,
            @Nullable TaskAnswered answer,
            boolean held,
            @Nullable GivenUp givenUp) {

        /** Nothing stands in its way. */
        public Part(String system, @Nullable TaskAnswered answer) {
            this(system, answer, false, null);
        }

        private Outcome outcome() {
            if (held) {
                return Outcome.HELD;
            }
            return givenUp != null ? Outcome.NOT_ERASED : ErasureReport.outcome(answer);
        }
    }

    public static ErasureReport of(PurposeRegister register, String language, List<Part> parts) {
        Map<String, Row> rows = new LinkedHashMap<>();
        // In the register's order, whichever order the systems come in
        register.dataCategories().forEach(category -> rows.put(category.key(), new Row()));
        List<AskedSystem> systems = new ArrayList<>();
        List<Destroyed> certificates = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (Part part : parts) {
            RegisteredSystem system = register.system(part.system()).orElse(null);
            String name = system == null ? part.system() : in(system.name(), language);
            Outcome outcome = part.outcome();
            systems.add(new AskedSystem(part.system(), name, outcome));
            List<TaskAnswered.Kept> kept =
                    part.answer() == null ? List.of() : part.answer().kept();
            kept.forEach(one -> rows.computeIfAbsent(one.category(), key -> new Row())
                    .kept
                    .add(kept(register, language, name, one)));
            if (system != null) {
                system.holds().stream()
                        .filter(category ->
                                kept.stream().noneMatch(one -> one.category().equals(category)))
                        .forEach(category ->
                                rows.computeIfAbsent(category, key -> new Row()).add(part, name));
            }
            if (part.answer() != null) {
                part.answer().certificates().forEach(one -> certificates.add(destroyed(name, one)));
                told.addAll(told(register, language, name, part.answer()));
            }
        }
        List<Category> categories = rows.entrySet().stream()
                .filter(row -> !row.getValue().isEmpty())
                .map(row -> row.getValue().named(row.getKey(), name(register, language, row.getKey())))
                .toList();
        return new ErasureReport(
                categories,
                systems,
                certificates,
                told,
                certificates.stream()
                        .map(Destroyed::inBackupsUntil)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    /** Whether anything is kept at all. */
    public boolean keepsSomething() {
        return categories.stream().anyMatch(category -> !category.kept().isEmpty());
    }

    private static final class Row {
        private final SequencedSet<String> erasedIn = new LinkedHashSet<>();
        private final SequencedSet<String> followsIn = new LinkedHashSet<>();
        private final List<Kept> kept = new ArrayList<>();
        private final List<NotErased> notErased = new ArrayList<>();

        void add(Part part, String system) {
            switch (part.outcome()) {
                case ERASED -> erasedIn.add(system);
                case FAILED, FOLLOWS -> followsIn.add(system);
                case NOTHING_HELD -> {}
                case HELD -> kept.add(new Kept(system, LEGAL_HOLD, WORDS_OF_A_HOLD, LAW_OF_A_HOLD, null));
                case NOT_ERASED ->
                    notErased.add(new NotErased(
                            system, Objects.requireNonNull(part.givenUp()).words()));
            }
        }

        boolean isEmpty() {
            return erasedIn.isEmpty() && followsIn.isEmpty() && kept.isEmpty() && notErased.isEmpty();
        }

        Category named(String key, String name) {
            return new Category(
                    key,
                    name,
                    List.copyOf(erasedIn),
                    List.copyOf(followsIn),
                    List.copyOf(kept),
                    List.copyOf(notErased));
        }
    }

    private static Outcome outcome(@Nullable TaskAnswered answer) {
        return answer == null
                ? Outcome.FOLLOWS
                : switch (answer.outcome()) {
                    case DONE -> Outcome.ERASED;
                    case NOTHING_HELD -> Outcome.NOTHING_HELD;
                    case FAILED, UNKNOWN -> Outcome.FAILED;
                };
    }

    private static Kept kept(PurposeRegister register, String language, String system, TaskAnswered.Kept kept) {
        RetentionRule rule = register.retentionRule(kept.retention()).orElse(null);
        return new Kept(
                system,
                kept.retention(),
                rule == null ? kept.retention() : in(rule.words(), language),
                rule == null ? null : rule.law(),
                kept.until());
    }

    private static List<Told> told(PurposeRegister register, String language, String system, TaskAnswered answer) {
        return Objects.requireNonNullElse(answer.told(), List.<String>of()).stream()
                .map(key -> new Told(
                        register.recipient(key)
                                .map(recipient -> in(recipient.name(), language))
                                .orElse(key),
                        system,
                        answer.answeredAt()))
                .toList();
    }

    private static Destroyed destroyed(String system, TaskAnswered.Certificate certificate) {
        return new Destroyed(
                system,
                certificate.keyId(),
                certificate.destroyedAt(),
                certificate.inBackupsUntil(),
                certificate.hash());
    }

    private static String name(PurposeRegister register, String language, String category) {
        return register.dataCategories().stream()
                .filter(known -> known.key().equals(category))
                .map(DataCategory::name)
                .map(name -> in(name, language))
                .findFirst()
                .orElse(category);
    }

    private static String in(Text text, String language) {
        return text.in(language).text();
    }
}
