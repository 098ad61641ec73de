package org.privacypromise.requests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.events.ScreeningConcluded;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.events.VerificationConcluded.Outcome;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.teststack.KafkaProbe;

/** What the other services tell. */
public final class Facts {

    private Facts() {}

    public static String newVerification() {
        return UUID.randomUUID().toString();
    }

    public static String newContactRef() {
        return "1." + UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    }

    public static void verified(
            String verification, String contactRef, Purpose purpose, String requestId, String... customers) {
        KafkaProbe.publish(
                "identity.events.v1",
                new VerificationConcluded(
                        verification,
                        2,
                        contactRef,
                        purpose,
                        requestId,
                        Outcome.VERIFIED,
                        VerificationConcluded.Evidence.CONTACT_POINT_CONTROL,
                        List.of(customers),
                        "aGVhZA.Ym9keQ.c2ln",
                        Instant.now()));
    }

    public static void verified(String verification, Purpose purpose, String... customers) {
        verified(verification, newContactRef(), purpose, null, customers);
    }

    public static void ended(String verification, String contactRef, Purpose purpose, Outcome outcome) {
        KafkaProbe.publish(
                "identity.events.v1",
                new VerificationConcluded(
                        verification, 1, contactRef, purpose, null, outcome, null, List.of(), null, Instant.now()));
    }

    public static void verdict(
            String request, long version, ScreeningConcluded.Verdict verdict, ScreeningConcluded.DecidedBy by) {
        KafkaProbe.publish(
                "fraud.verdicts.v1",
                new ScreeningConcluded(
                        request,
                        version,
                        ScreeningConcluded.Subject.REQUEST,
                        verdict,
                        by,
                        "1",
                        verdict == ScreeningConcluded.Verdict.ALLOW ? List.of() : List.of("many-requests"),
                        Instant.now()));
    }
}
