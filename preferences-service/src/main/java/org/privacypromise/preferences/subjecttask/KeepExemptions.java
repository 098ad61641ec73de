package org.privacypromise.preferences.subjecttask;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.events.TaskAnswered.Kept;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.preferences.suppression.SuppressionRepository;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RetentionPeriod;
import org.privacypromise.register.RetentionRule;

/** What outlives an erasure, because the task says that a rule of the register asks for it; without that it goes, too. */
@ApplicationScoped
class KeepExemptions {

    private static final String SUPPRESSION = "suppression";
    private static final String EVIDENCE = "consent-evidence";

    private final SuppressionRepository suppressions;
    private final ConsentRecordRepository ledger;
    private final PurposeRegister register;

    KeepExemptions(SuppressionRepository suppressions, ConsentRecordRepository ledger, PurposeRegister register) {
        this.suppressions = suppressions;
        this.ledger = ledger;
        this.register = register;
    }

    /** @param refusals each no that is gone, and since when it was one; it is kept for every contact point of the subject */
    Uni<List<Kept>> keep(
            Collection<String> keys,
            Set<String> contactRefs,
            Map<Cell, Instant> refusals,
            List<Exemption> keep,
            Instant now) {
        return keepNo(contactRefs, refusals, by(SUPPRESSION, keep))
                .chain(no -> keepEvidence(keys, by(EVIDENCE, keep), now)
                        .map(evidence ->
                                Stream.concat(no.stream(), evidence.stream()).toList()));
    }

    private Uni<List<Kept>> keepNo(Set<String> contactRefs, Map<Cell, Instant> refusals, List<Exemption> exemptions) {
        if (exemptions.isEmpty()) {
            return suppressions.remove(contactRefs).replaceWith(List.of());
        }
        List<Suppression> every = contactRefs.stream()
                .flatMap(ref -> refusals.entrySet().stream()
                        .map(no -> new Suppression(ref, no.getKey(), no.getValue(), Suppression.Reason.ERASURE)))
                .toList();
        return suppressions
                .add(every)
                .chain(() -> suppressions.of(contactRefs))
                .map(left -> left.isEmpty() ? List.of() : kept(exemptions, null));
    }

    private Uni<List<Kept>> keepEvidence(Collection<String> keys, List<Exemption> exemptions, Instant now) {
        if (exemptions.isEmpty()) {
            return ledger.delete("key in ?1", keys).replaceWith(List.of());
        }
        return switch (periodOf(exemptions.getFirst())) {
            case RetentionPeriod.Fixed(Period period) ->
                ledger.keepUntil(keys, LocalDate.ofInstant(now, ZoneOffset.UTC).plus(period))
                        .map(until -> until == null ? List.of() : kept(exemptions, until));
            case RetentionPeriod.Unlimited _, RetentionPeriod.Undecided _ ->
                ledger.count("key in ?1", keys).map(left -> left == 0 ? List.of() : kept(exemptions, null));
        };
    }

    private RetentionPeriod periodOf(Exemption exemption) {
        return register.retentionRule(exemption.retention())
                .map(RetentionRule::period)
                .orElseThrow(() -> new IllegalStateException("a task names a retention rule that the register lacks"));
    }

    private static List<Exemption> by(String rule, List<Exemption> keep) {
        return keep.stream()
                .filter(exemption -> exemption.retention().equals(rule))
                .toList();
    }

    private static List<Kept> kept(List<Exemption> exemptions, @Nullable LocalDate until) {
        return exemptions.stream()
                .map(exemption -> new Kept(exemption.category(), exemption.retention(), until))
                .toList();
    }
}
