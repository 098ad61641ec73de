package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;

/**
 * A screening has a verdict; its key is the ID of what was screened. A person may decide anew, with the next version.
 *
 * @param screeningId the ID of the request or verification
 * @param ruleSetVersion the rules that were in force
 * @param rules the keys of the rules that spoke against it, in their order; their plain words are in the rule set
 */
public record ScreeningConcluded(
        String screeningId,
        long version,
        Subject subject,
        Verdict verdict,
        DecidedBy decidedBy,
        String ruleSetVersion,
        List<String> rules,
        Instant decidedAt)
        implements FraudEvent {

    public ScreeningConcluded {
        Shape.reference("screeningId", screeningId);
        Shape.version(version);
        Shape.present("subject", subject);
        Shape.present("verdict", verdict);
        Shape.present("decidedBy", decidedBy);
        Shape.reference("ruleSetVersion", ruleSetVersion);
        rules = Shape.distinct("rules", rules, rule -> Shape.registerKey("rules", rule));
        Shape.present("decidedAt", decidedAt);
    }

    /** What was screened. */
    public enum Subject {
        REQUEST,
        VERIFICATION,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** What follows from it. */
    public enum Verdict {
        ALLOW,
        /** A person has to look. */
        REVIEW,
        /** A person has to look, too, if it is about a request: no machine refuses one. */
        DENY,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Who decided. */
    public enum DecidedBy {
        RULES,
        HUMAN,
        /** Nobody: the screening did not answer in time, and this is what was agreed for that case. */
        FALLBACK,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.SCREENING_CONCLUDED;
    }

    @Override
    public String key() {
        return screeningId;
    }
}
