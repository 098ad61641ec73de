package org.privacypromise.preferences.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.chain.CanonicalRecord;
import org.privacypromise.register.LegalBasis;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Recipient;
import org.privacypromise.register.RetentionPeriod;
import org.privacypromise.register.RetentionRule;
import org.privacypromise.register.Text;

/** The part of a receipt that is about one purpose: what is done, on what ground, with what, by whom, for how long. */
final class ReceiptProcess {

    private final PurposeRegister register;
    private final ReceiptConfig config;
    private final String language;

    ReceiptProcess(PurposeRegister register, ReceiptConfig config, String language) {
        this.register = register;
        this.config = config;
        this.language = language;
    }

    /** @param purpose by its key; the register may no longer have it */
    Map<String, Object> of(String purpose, List<Decision> changes, ConsentRecord record, Set<Cell> allowedBefore) {
        Purpose known = register.purpose(purpose).orElse(null);
        Map<String, Object> process = JsonLd.node("dpv:Process", "dct:identifier", purpose);
        process.put("dpv:hasPurpose", known == null ? unknown(purpose) : purpose(known));
        process.put("dpv:hasLegalBasis", known == null ? List.of() : legalBases(known));
        process.put("dpv:hasPersonalData", known == null ? List.of() : personalData(known));
        process.put("dpv:hasProcessing", List.of("dpv:Collect", "dpv:Store", "dpv:Use"));
        process.put("dpv:hasDataSource", "dpv:DataSubjectDataSource");
        process.put("dpv:hasRecipient", known == null ? List.of() : recipients(known));
        process.put("dpv:hasStorageCondition", known == null ? List.of() : storage(known));
        process.put("dpv:hasJurisdiction", JsonLd.country(register.controller().country()));
        process.put("dpv:hasConsentControl", withdrawal());
        process.put("dpv:hasRight", rights(known));
        boolean consent = known == null || known.restsOn(LegalBasis.CONSENT);
        process.put(
                "dpv:hasConsentStatus",
                changes.stream()
                        .map(change -> status(change, record, consent, allowedBefore.contains(change.cell())))
                        .toList());
        return process;
    }

    private static Map<String, Object> unknown(String purpose) {
        return JsonLd.node("dpv:Purpose", "dct:identifier", purpose);
    }

    private Map<String, Object> purpose(Purpose purpose) {
        Map<String, Object> node = unknown(purpose.key());
        node.put("dct:title", text(purpose.explanation().name()));
        node.put("dct:description", text(purpose.explanation().what()));
        node.put("pp:why", text(purpose.explanation().why()));
        node.put("pp:dataUse", purpose.uses());
        if (purpose.isMarketing()) {
            node.put("skos:broader", "dpv:Marketing");
        }
        return node;
    }

    private static List<String> legalBases(Purpose purpose) {
        return purpose.grounds().stream()
                .flatMap(ground -> legalBasis(ground.basis()))
                .distinct()
                .toList();
    }

    private static Stream<String> legalBasis(LegalBasis basis) {
        return switch (basis) {
            case CONSENT -> Stream.of("eu-gdpr:A6-1-a", "dpv:ExpressedConsent");
            case CONTRACT -> Stream.of("eu-gdpr:A6-1-b");
            case LEGAL_OBLIGATION -> Stream.of("eu-gdpr:A6-1-c");
            case VITAL_INTERESTS -> Stream.of("eu-gdpr:A6-1-d");
            case PUBLIC_TASK -> Stream.of("eu-gdpr:A6-1-e");
            case LEGITIMATE_INTERESTS, SOFT_OPT_IN -> Stream.of("eu-gdpr:A6-1-f");
            case PER_RECIPIENT -> Stream.of();
        };
    }

    private List<Map<String, Object>> personalData(Purpose purpose) {
        return purpose.data().stream()
                .map(need -> {
                    Map<String, Object> data = JsonLd.node("dpv:PersonalData", "dct:identifier", need.category());
                    register.dataCategories().stream()
                            .filter(category -> category.key().equals(need.category()))
                            .forEach(category -> data.put("dct:title", text(category.name())));
                    data.put("dpv:hasNecessity", need.required() ? "dpv:Required" : "dpv:Optional");
                    return data;
                })
                .toList();
    }

    private List<Map<String, Object>> recipients(Purpose purpose) {
        return recipientsOf(purpose)
                .map(recipient -> {
                    Map<String, Object> node = JsonLd.node("dpv:Recipient", "dct:identifier", recipient.key());
                    node.put("dpv:hasName", text(recipient.name()));
                    node.put("dpv:hasLocation", JsonLd.country(recipient.country()));
                    Text safeguard = recipient.safeguard();
                    JsonLd.put(
                            node, "dpv:hasTechnicalOrganisationalMeasure", safeguard == null ? null : text(safeguard));
                    return node;
                })
                .toList();
    }

    private Stream<Recipient> recipientsOf(Purpose purpose) {
        return purpose.recipients().stream().flatMap(key -> register.recipient(key).stream());
    }

    private List<Map<String, Object>> storage(Purpose purpose) {
        Set<String> countries =
                new LinkedHashSet<>(List.of(JsonLd.country(register.controller().country())));
        recipientsOf(purpose).forEach(recipient -> countries.add(JsonLd.country(recipient.country())));
        List<Map<String, Object>> conditions = new ArrayList<>();
        conditions.add(JsonLd.node("dpv:StorageLocation", "dpv:hasLocation", List.copyOf(countries)));
        purpose.retention().stream()
                .flatMap(key -> register.retentionRule(key).stream())
                .forEach(rule -> conditions.add(duration(rule)));
        return conditions;
    }

    private Map<String, Object> duration(RetentionRule rule) {
        Map<String, Object> node = JsonLd.node("dpv:StorageDuration", "dct:identifier", rule.key());
        node.put("dct:description", text(rule.words()));
        JsonLd.put(node, "pp:startEvent", rule.startEvent());
        JsonLd.put(node, "pp:law", rule.law());
        String untilEvent = Objects.requireNonNullElse(rule.startEvent(), "the controller has yet to decide");
        node.put(
                "dpv:hasDuration",
                switch (rule.period()) {
                    case RetentionPeriod.Fixed fixed ->
                        JsonLd.duration("TemporalDuration", fixed.period().toString());
                    case RetentionPeriod.Unlimited unlimited -> JsonLd.duration("EndlessDuration", untilEvent);
                    case RetentionPeriod.Undecided undecided -> JsonLd.duration("UntilEventDuration", untilEvent);
                });
        return node;
    }

    private Map<String, Object> withdrawal() {
        return JsonLd.node(
                "dpv:WithdrawConsent", "dpv:isExercisedAt", config.choicesPage().toString());
    }

    private List<Map<String, Object>> rights(@Nullable Purpose purpose) {
        List<Map<String, Object>> rights = new ArrayList<>();
        rights.add(right(
                "A7-3", "Right to take a permission back", config.choicesPage().toString()));
        if (purpose == null || purpose.objectable()) {
            rights.add(right("A21", "Right to object", config.choicesPage().toString()));
        }
        rights.add(right("A15", "Right of access", config.rightsPage().toString()));
        rights.add(right("A17", "Right to erasure", config.rightsPage().toString()));
        return rights;
    }

    private static Map<String, Object> right(String article, String title, String page) {
        Map<String, Object> right = JsonLd.node(List.of("dpv:DataSubjectRight", "eu-gdpr:" + article));
        right.put("dct:title", JsonLd.text("en", title));
        right.put("dpv:isExercisedAt", page);
        return right;
    }

    private static Map<String, Object> status(
            Decision change, ConsentRecord record, boolean consent, boolean allowedBefore) {
        Evidence evidence = record.evidence();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("@type", states(change.allowed(), consent, allowedBefore));
        status.put("pp:channel", change.cell().channel());
        status.put("pp:brand", change.cell().brand());
        status.put("dpv:isIndicatedAtTime", CanonicalRecord.time(evidence.at()));
        status.put("dpv:hasDuration", JsonLd.duration("UntilEventDuration", "until the choice is changed"));
        status.put("dpv:isIndicatedBy", JsonLd.node("dpv:DataSubject", "dct:identifier", evidence.actor()));
        status.put("dpv:hasIndicationMethod", evidence.source().name());
        return status;
    }

    /** Where the ground is not consent, a refusal is an objection (Art. 21), and the receipt says so. */
    private static List<String> states(boolean allowed, boolean consent, boolean allowedBefore) {
        String state = allowed ? "dpv:ConsentGiven" : allowedBefore ? "dpv:ConsentWithdrawn" : "dpv:ConsentRefused";
        return consent ? List.of(state) : List.of(state, allowed ? "pp:ObjectionTakenBack" : "pp:ObjectionMade");
    }

    private Map<String, Object> text(Text text) {
        return JsonLd.text(text.in(language));
    }
}
