package org.privacypromise.preferences.subjecttask;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.alert.StockAlert;
import org.privacypromise.preferences.choice.ChoiceInForce;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.contact.ContactLinkRepository.ContactLink;
import org.privacypromise.preferences.guest.PendingOptIn;
import org.privacypromise.preferences.leak.Incidents;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.legacyimport.StagedChoice;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.preferences.purpose.ChoiceWording;
import org.privacypromise.preferences.subjecttask.HeldAboutSomebody.ChoicesOf;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.subjecttasks.DataSection;

/** What is held about somebody as they read it: names instead of keys, sentences instead of codes. */
@ApplicationScoped
class ReadablePreferences {

    private static final String CHOICES = "user.privacy_preferences";
    private static final String NUMBERS = "user.unique_id";

    private final ChoiceWording wording;

    ReadablePreferences(ChoiceWording wording) {
        this.wording = wording;
    }

    List<DataSection> of(HeldAboutSomebody held) {
        return Stream.of(
                        section(
                                NUMBERS,
                                "given to you by us",
                                held.choices().stream().flatMap(this::number)),
                        section(
                                NUMBERS,
                                "made by us from your contact points",
                                held.links().stream().map(this::link)),
                        section(
                                CHOICES,
                                "chosen by you, or what holds until you choose",
                                held.choices().stream()
                                        .flatMap(of -> of.choices().stream())
                                        .map(this::choice)),
                        section(
                                CHOICES,
                                "recorded by us when your choices changed, as proof",
                                held.evidence().stream().flatMap(this::changes)),
                        section(
                                CHOICES,
                                "told to us by the systems that follow your choices",
                                held.inForce().stream().map(this::inForce)),
                        section(
                                CHOICES,
                                "kept by us after an erasure, so that your no survives",
                                held.refusals().stream().map(this::refusal)),
                        section(
                                CHOICES,
                                "asked for without signing in, and waiting to be confirmed",
                                held.signUps().stream().flatMap(this::signUp)),
                        section(
                                CHOICES,
                                "asked for by you",
                                held.alerts().stream().map(this::alert)),
                        section(
                                CHOICES,
                                "found by us when we checked what our systems had sent",
                                held.sentInSpiteOfANo().stream().map(this::incident)),
                        section(
                                CHOICES,
                                "in our records of the time before, and waiting to be taken over",
                                held.staged().stream().map(this::staged)))
                .filter(section -> !section.records().isEmpty())
                .toList();
    }

    private static DataSection section(String category, String source, Stream<Map<String, Object>> records) {
        return new DataSection(category, source, records.toList());
    }

    private Stream<Map<String, Object>> number(ChoicesOf of) {
        String name = of.key().startsWith("c:") ? "customer ID" : "code of a contact point";
        return of.choices().isEmpty()
                ? Stream.empty()
                : Stream.of(record(name, of.key().substring(2)));
    }

    private Map<String, Object> link(ContactLink link) {
        return record(
                "code of a contact point",
                link.contactRef(),
                "of",
                link.kind().equals("EMAIL") ? "an e-mail address" : "a phone number",
                "belongs to customer ID",
                link.customerId());
    }

    private Map<String, Object> choice(ChoiceInForce choice) {
        Map<String, Object> record = cell(choice.purpose(), choice.channel(), choice.brand());
        record.put("allowed", answer(choice.allowed()));
        record.put("up to you", answer(choice.changeable()));
        put(record, "since", choice.since());
        return record;
    }

    private Stream<Map<String, Object>> changes(ConsentRecord evidence) {
        return evidence.changes().stream().map(change -> change(evidence, change));
    }

    private Map<String, Object> change(ConsentRecord evidence, Decision change) {
        Map<String, Object> record = cell(
                change.cell().purpose(), change.cell().channel(), change.cell().brand());
        record.put("allowed", answer(change.allowed()));
        record.put("recorded at", evidence.recordedAt());
        record.put("by which way", way(evidence.source()));
        record.put("privacy notice in force", evidence.noticeVersion());
        put(record, "read in the language", evidence.language().equals("und") ? null : evidence.language());
        return record;
    }

    private static String way(Source source) {
        return switch (source) {
            case CUSTOMER -> "by you, signed in";
            case UNSUBSCRIBE_LINK -> "by the unsubscribe link of a message to you";
            case SUPPRESSION -> "by an earlier no at the same contact point";
            case GUEST -> "by a form, without signing in";
            case CONFIRMATION_LINK -> "by you, with the link in a message to your mailbox";
            case SOFT_OPT_IN -> "when you bought something and did not say no";
            case GPC -> "by the signal of your browser (Global Privacy Control)";
            case MERGE -> "when your account and your contact point were found to belong together";
            case IMPORT -> "taken over from our records of the time before";
        };
    }

    private Map<String, Object> inForce(Propagation.InForce inForce) {
        return record(
                "system",
                inForce.system(),
                "version of your choices",
                inForce.version(),
                "in force since",
                inForce.since());
    }

    private Map<String, Object> incident(Incidents.Sent sent) {
        Map<String, Object> record =
                cell(sent.cell().purpose(), sent.cell().channel(), sent.cell().brand());
        record.put("sent to you in spite of your no", sent.sentAt());
        record.put("by the system", sent.system());
        return record;
    }

    private Map<String, Object> staged(StagedChoice line) {
        Map<String, Object> record =
                cell(line.cell().purpose(), line.cell().channel(), line.cell().brand());
        record.put("allowed", answer(line.allowed()));
        put(record, "decided at", line.decidedAt());
        record.put("came to us at", line.receivedAt());
        put(record, "collected by", line.source());
        put(record, "shown in", line.reference());
        return record;
    }

    private Map<String, Object> refusal(Suppression refusal) {
        Map<String, Object> record = cell(
                refusal.cell().purpose(),
                refusal.cell().channel(),
                refusal.cell().brand());
        record.put("allowed", answer(false));
        record.put("since", refusal.since());
        record.put("code of the contact point", refusal.contactRef());
        return record;
    }

    private Stream<Map<String, Object>> signUp(PendingOptIn signUp) {
        return signUp.cells().stream().map(cell -> {
            Map<String, Object> record = cell(cell.purpose(), cell.channel(), cell.brand());
            record.put("asked for in the form", signUp.form());
            record.put("asked at", signUp.askedAt());
            record.put("confirmed", answer(signUp.isConfirmed()));
            record.put("forgotten after", signUp.expiresAt());
            return record;
        });
    }

    private Map<String, Object> alert(StockAlert alert) {
        Map<String, Object> record = cell("back-in-stock", alert.channel(), alert.brand());
        record.put("product", alert.product());
        record.put("asked at", alert.askedAt());
        put(record, "handed over to be sent at", alert.claimedAt());
        record.put("forgotten after", alert.expiresAt());
        return record;
    }

    private Map<String, Object> cell(String purpose, String channel, String brand) {
        ChoiceWording.Names names = wording.of(purpose, channel, brand);
        return record(
                "what for",
                names.purpose().text(),
                "by",
                names.channel().text(),
                "in the name of",
                names.brand().text());
    }

    private static String answer(boolean yes) {
        return yes ? "yes" : "no";
    }

    /** In the order in which it is read. */
    private static Map<String, Object> record(Object... namesAndValues) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            record.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return record;
    }

    private static void put(Map<String, Object> record, String name, @Nullable Object value) {
        if (value != null) {
            record.put(name, value);
        }
    }
}
