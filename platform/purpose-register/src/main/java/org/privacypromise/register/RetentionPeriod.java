package org.privacypromise.register;

import java.time.Period;

/** How long data is kept once the start event of its {@link RetentionRule} has happened. */
public sealed interface RetentionPeriod {

    /** A calendar period; zero means: erased as soon as the start event happens. */
    record Fixed(Period period) implements RetentionPeriod {}

    /** As long as the state that the start event began, such as a suppression. */
    record Unlimited() implements RetentionPeriod {}

    /** Neither the notice nor a law says; the controller has to. */
    record Undecided(Decision decision) implements RetentionPeriod {}
}
