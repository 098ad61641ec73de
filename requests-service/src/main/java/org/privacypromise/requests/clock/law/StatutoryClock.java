package org.privacypromise.requests.clock.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.privacypromise.requests.clock.law.Derivation.Step;

/**
 * Derives due dates. The time runs from the day of receipt, or where the law says so from the day of the identity
 * information; days of waiting for a clarification are added; and only then the end moves, once, to a working day.
 */
public final class StatutoryClock {

    private final Laws laws;
    private final Holidays holidays;

    public StatutoryClock(Laws laws, Holidays holidays) {
        this.laws = laws;
        this.holidays = holidays;
    }

    /**
     * The same facts give the same derivation, for ever, with the same rules and calendar.
     *
     * @throws NullPointerException for a right that the law does not give
     */
    public Derivation derive(Facts facts) {
        return new Run(facts, laws.of(facts.regime())).derive();
    }

    /** One derivation under way. */
    private final class Run {

        private final Facts facts;
        private final String law;
        private final Entitlement rule;
        private final List<Step> steps = new ArrayList<>();

        Run(Facts facts, Law law) {
            this.facts = facts;
            this.law = law.name().in("en");
            this.rule = law.require(facts.right());
        }

        Derivation derive() {
            step(facts.received(), Phrase.RECEIVED);
            confirmation();
            LocalDate start = start();
            Span longer = facts.extended() ? rule.extended() : null;
            LocalDate noticeBy = longer == null ? null : silently().end(start, rule.time());
            LocalDate dueDate = end(start, longer == null ? rule.time() : longer);
            if (noticeBy != null) {
                step(noticeBy, Phrase.NOTICE_BY);
            } else if (facts.extended()) {
                step(dueDate, Phrase.NO_EXTENSION);
            }
            return new Derivation(facts, laws.edition(), holidays.version(), dueDate, noticeBy, steps);
        }

        private Run silently() {
            return new Run(facts, laws.of(facts.regime()));
        }

        private void confirmation() {
            Span confirm = rule.confirm();
            if (confirm == null) {
                return;
            }
            if (confirm.businessDays() > 0) {
                step(plus(facts.received(), confirm), Phrase.CONFIRM_BUSINESS, confirm.businessDays());
            } else {
                step(plus(facts.received(), confirm), Phrase.CONFIRM_DAYS, confirm.days());
            }
        }

        private LocalDate start() {
            LocalDate identity = facts.identityReceived();
            if (identity == null) {
                return facts.received();
            }
            step(identity, rule.startsWithIdentity() ? Phrase.IDENTITY_STARTS : Phrase.IDENTITY_NO_EFFECT);
            return rule.startsWithIdentity() ? identity : facts.received();
        }

        private LocalDate end(LocalDate start, Span time) {
            LocalDate end = plus(start, time);
            tell(start, time, end);
            long waiting = daysOfWaiting(start, rule.rolls() ? workingDayFrom(end) : end);
            if (waiting > 0) {
                end = end.plusDays(waiting);
                step(
                        end,
                        Phrase.WAITED,
                        waiting,
                        later(start, Objects.requireNonNull(facts.clarificationAsked())),
                        Objects.requireNonNull(facts.clarificationReceived()));
            } else if (facts.clarificationAsked() != null) {
                step(facts.clarificationAsked(), whyNoPause());
            }
            return rule.rolls() ? toWorkingDay(end) : end;
        }

        private void tell(LocalDate start, Span time, LocalDate end) {
            if (rule.ours()) {
                step(end, Phrase.TIME_OURS, time.days());
            } else if (time.days() > 0) {
                step(end, Phrase.TIME_DAYS, time.days());
            } else if (time.businessDays() > 0) {
                step(end, Phrase.TIME_BUSINESS, time.businessDays());
            } else if (end.getDayOfMonth() == start.getDayOfMonth()) {
                step(end, Phrase.TIME_MONTHS, time.months());
            } else {
                step(end, Phrase.TIME_MONTHS_SHORT, time.months(), start.getDayOfMonth());
            }
        }

        /** Both ends are included. What was asked after the time was over stops nothing. */
        private long daysOfWaiting(LocalDate start, LocalDate endWithout) {
            LocalDate asked = facts.clarificationAsked();
            LocalDate answered = facts.clarificationReceived();
            if (asked == null || answered == null || !rule.pausesForClarification() || asked.isAfter(endWithout)) {
                return 0;
            }
            return Math.max(0, ChronoUnit.DAYS.between(later(start, asked), answered) + 1);
        }

        private Phrase whyNoPause() {
            if (!rule.pausesForClarification()) {
                return Phrase.NO_PAUSE;
            }
            return facts.clarificationReceived() == null ? Phrase.PAUSE_PENDING : Phrase.PAUSE_NOTHING;
        }

        private LocalDate toWorkingDay(LocalDate end) {
            LocalDate day = end;
            while (isClosed(day)) {
                switch (day.getDayOfWeek()) {
                    case DayOfWeek.SATURDAY -> step(day, Phrase.SATURDAY);
                    case DayOfWeek.SUNDAY -> step(day, Phrase.SUNDAY);
                    default -> step(day, Phrase.HOLIDAY, holiday(day).orElseThrow());
                }
                day = day.plusDays(1);
            }
            if (!day.equals(end)) {
                step(day, Phrase.NEXT_WORKING_DAY);
            }
            return day;
        }

        private LocalDate plus(LocalDate start, Span time) {
            LocalDate day = start.plusMonths(time.months()).plusDays(time.days());
            for (int left = time.businessDays(); left > 0; left--) {
                day = workingDayFrom(day.plusDays(1));
            }
            return day;
        }

        private LocalDate workingDayFrom(LocalDate from) {
            LocalDate day = from;
            while (isClosed(day)) {
                day = day.plusDays(1);
            }
            return day;
        }

        private boolean isClosed(LocalDate day) {
            return day.getDayOfWeek() == DayOfWeek.SATURDAY
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY
                    || holiday(day).isPresent();
        }

        private Optional<String> holiday(LocalDate day) {
            return holidays.on(day, facts.place());
        }

        private void step(LocalDate date, Phrase phrase, Object... words) {
            List<String> said = Arrays.stream(words).map(String::valueOf).toList();
            steps.add(new Step(date, Wording.say("en", phrase, law, said), phrase, said));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
