package org.privacypromise.identity.subjecttask;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.privacypromise.identity.customer.CustomerRecords;
import org.privacypromise.identity.customer.CustomerRecords.Held;
import org.privacypromise.identity.mail.Mails;
import org.privacypromise.identity.mail.Recipient;
import org.privacypromise.identity.verification.PastVerifications;
import org.privacypromise.identity.verification.PastVerifications.Attempt;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Subject;

/** Puts together, in words that a customer understands, what this service holds about somebody. */
@ApplicationScoped
class ReadSubject {

    private static final String GIVEN = "given by you";
    private static final String MADE = "made by us";
    private static final int ALL_THERE_CAN_BE = 10_000;

    private final CustomerRecords customers;
    private final PastVerifications verifications;
    private final Mails mails;

    ReadSubject(CustomerRecords customers, PastVerifications verifications, Mails mails) {
        this.customers = customers;
        this.verifications = verifications;
        this.mails = mails;
    }

    Uni<List<DataSection>> read(Subject subject) {
        return Multi.createFrom()
                .iterable(subject.customerIds())
                .onItem()
                .transformToUniAndConcatenate(this::customer)
                .collect()
                .asList()
                .chain(sections -> contactPoints(subject)
                        .map(more -> Stream.concat(sections.stream().flatMap(List::stream), more.stream())
                                .filter(section -> !section.records().isEmpty())
                                .toList()));
    }

    private Uni<List<DataSection>> customer(String customerId) {
        return customers
                .of(customerId)
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : mails.sentTo(Recipient.customer(customerId)).map(sent -> sections(held.get(), sent)));
    }

    private static List<DataSection> sections(Held held, List<Mails.Sent> sent) {
        List<DataSection> sections = new ArrayList<>();
        sections.add(new DataSection(
                "user.unique_id",
                MADE,
                List.of(record("customer ID", held.customerId(), "given on", held.allocatedAt()))));
        sections.add(new DataSection(
                "user.unique_id",
                "told by the shop when you bought something",
                held.purchases().stream()
                        .map(one -> record("purchase", one.reference(), "told on", one.recordedAt()))
                        .toList()));
        sections.add(contactPoints("user.contact.email", ContactPoint.Kind.EMAIL, held));
        sections.add(contactPoints("user.contact.phone_number", ContactPoint.Kind.PHONE, held));
        sections.add(new DataSection(
                "user.account",
                "made when you signed in and linked your account",
                held.accounts().stream()
                        .map(one -> record("account", one.account(), "linked on", one.linkedAt()))
                        .toList()));
        sections.add(new DataSection(
                "user.contact.email",
                "observed when we wrote to you",
                sent.stream()
                        .map(mail -> record("mail of", mail.queuedAt(), "how far it is", mail.state()))
                        .toList()));
        return sections;
    }

    private static DataSection contactPoints(String category, ContactPoint.Kind kind, Held held) {
        String name = kind == ContactPoint.Kind.EMAIL ? "e-mail address" : "phone number";
        return new DataSection(
                category,
                GIVEN,
                held.contactPoints().stream()
                        .filter(known -> known.contactPoint().kind() == kind)
                        .map(known -> record(
                                name,
                                known.contactPoint().reveal(),
                                "given on",
                                known.recordedAt(),
                                "proven to be yours",
                                known.verified()))
                        .toList());
    }

    private Uni<List<DataSection>> contactPoints(Subject subject) {
        return verifications
                .provenAddresses(subject.contactRefs())
                .chain(proven -> verifications
                        .concerning(subject.customerIds(), subject.contactRefs(), ALL_THERE_CAN_BE)
                        .map(attempts -> List.of(
                                new DataSection(
                                        "user.contact.email",
                                        "proven by you with a code",
                                        proven.stream()
                                                .map(address -> record("e-mail address", address.reveal()))
                                                .toList()),
                                attempts(attempts))));
    }

    private static DataSection attempts(List<Attempt> attempts) {
        return new DataSection(
                "user.authorization.credentials",
                "observed when somebody asked for a code",
                attempts.stream()
                        .map(attempt -> record(
                                "code asked for on",
                                attempt.startedAt(),
                                "to what end",
                                attempt.purpose().key(),
                                "result",
                                attempt.outcome() == null
                                        ? "open"
                                        : attempt.outcome().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Map<String, Object> record(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
