package org.privacypromise.requests.clock.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.privacypromise.requests.clock.law.Derivation.Step;

/**
 * Derives due dates. The time runs from the day of receipt, or where the law says so from the day of the identity
 * information; days of waiting for a clarification are added; and only then the end moves, once, to a working day.
 */
public final class StatutoryClock {

    private final Holidays holidays;

    public StatutoryClock(Holidays holidays) {
        this.holidays = holidays;
    }

    /** The same facts give the same derivation, for ever, with the same rules and calendar. */
    public Derivation derive(Facts facts) {
        Regime regime = facts.regime();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                facts.received(), "Your request reached us. This day counts, whether it is a working day or not."));
        confirmation(facts, steps);
        LocalDate start = start(facts, steps);
        Period longer = facts.extended() ? regime.extendedTime() : null;
        LocalDate noticeBy = longer == null ? null : end(facts, start, regime.time(), new ArrayList<>());
        LocalDate dueDate = end(facts, start, longer == null ? regime.time() : longer, steps);
        if (noticeBy != null) {
            steps.add(new Step(noticeBy, "By this day we tell you why we need the longer time."));
        } else if (facts.extended()) {
            steps.add(new Step(dueDate, "Of " + regime.words() + " there is no longer time."));
        }
        return new Derivation(facts, Regime.RULES, holidays.version(), dueDate, noticeBy, steps);
    }

    private void confirmation(Facts facts, List<Step> steps) {
        LocalDate day = facts.received();
        for (int left = facts.regime().businessDaysToConfirm(); left > 0; left--) {
            day = workingDayFrom(day.plusDays(1), facts.place());
        }
        if (!day.equals(facts.received())) {
            steps.add(new Step(
                    day,
                    "By this day, %d business days on, we confirm that we have your request."
                            .formatted(facts.regime().businessDaysToConfirm())));
        }
    }

    private static LocalDate start(Facts facts, List<Step> steps) {
        LocalDate identity = facts.identityReceived();
        if (identity == null) {
            return facts.received();
        }
        if (!facts.regime().startsWithIdentity()) {
            steps.add(new Step(
                    identity,
                    "The information about who you are arrived. Under %s the time runs from your request all the same."
                            .formatted(facts.regime().words())));
            return facts.received();
        }
        steps.add(new Step(
                identity, "The information about who you are arrived that we had to ask for. The time starts here."));
        return identity;
    }

    private LocalDate end(Facts facts, LocalDate start, Period time, List<Step> steps) {
        LocalDate end = start.plus(time);
        steps.add(new Step(end, inWords(facts, start, time, end)));
        long waiting = daysOfWaiting(
                facts, start, facts.regime().endsOnWorkingDay() ? workingDayFrom(end, facts.place()) : end);
        if (waiting > 0) {
            end = end.plusDays(waiting);
            steps.add(new Step(
                    end,
                    "%s later: so long we waited for your answer to a question that we needed (%s to %s, both included)."
                            .formatted(
                                    days(waiting),
                                    later(start, Objects.requireNonNull(facts.clarificationAsked())),
                                    facts.clarificationReceived())));
        } else if (facts.clarificationAsked() != null) {
            steps.add(new Step(facts.clarificationAsked(), whyNoPause(facts)));
        }
        return facts.regime().endsOnWorkingDay() ? toWorkingDay(facts, end, steps) : end;
    }

    /** Both ends are included. What was asked after the time was over stops nothing. */
    private static long daysOfWaiting(Facts facts, LocalDate start, LocalDate endWithout) {
        LocalDate asked = facts.clarificationAsked();
        LocalDate answered = facts.clarificationReceived();
        if (asked == null || answered == null || !pauses(facts) || asked.isAfter(endWithout)) {
            return 0;
        }
        return Math.max(0, ChronoUnit.DAYS.between(later(start, asked), answered) + 1);
    }

    private static boolean pauses(Facts facts) {
        return facts.regime().pausesForClarification() && facts.right() == Right.ACCESS;
    }

    private static String whyNoPause(Facts facts) {
        if (!pauses(facts)) {
            return "We asked you a question. Under %s the time runs on, for a request like yours."
                    .formatted(facts.regime().words());
        }
        return facts.clarificationReceived() == null
                ? "We asked you a question. The days until you answer will be added."
                : "We asked you a question. It takes no day from the time that we have.";
    }

    private LocalDate toWorkingDay(Facts facts, LocalDate end, List<Step> steps) {
        LocalDate day = end;
        Optional<String> reason = closed(day, facts.place());
        while (reason.isPresent()) {
            steps.add(new Step(day, "This day is " + reason.get() + ", so the time ends on the next working day."));
            day = day.plusDays(1);
            reason = closed(day, facts.place());
        }
        if (!day.equals(end)) {
            steps.add(new Step(day, "This is the next working day."));
        }
        return day;
    }

    private LocalDate workingDayFrom(LocalDate from, String place) {
        LocalDate day = from;
        while (closed(day, place).isPresent()) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Optional<String> closed(LocalDate day, String place) {
        return switch (day.getDayOfWeek()) {
            case DayOfWeek.SATURDAY -> Optional.of("a Saturday");
            case DayOfWeek.SUNDAY -> Optional.of("a Sunday");
            default -> holidays.on(day, place).map(name -> "a public holiday (" + name + ")");
        };
    }

    private static String inWords(Facts facts, LocalDate start, Period time, LocalDate end) {
        String law = facts.regime().words();
        if (facts.regime() == Regime.LGPD && facts.right() != Right.ACCESS) {
            return "%s later. The law sets no time for this; it is the time we set ourselves."
                    .formatted(days(time.getDays()));
        }
        if (time.getDays() > 0) {
            return "%s later: the time that %s gives us.".formatted(days(time.getDays()), law);
        }
        String months = time.getMonths() == 1
                ? "One month"
                : time.getMonths() == 3 ? "Three months" : time.getMonths() + " months";
        return end.getDayOfMonth() == start.getDayOfMonth()
                ? "%s later, on the same day of the month: the time that %s gives us.".formatted(months, law)
                : "%s later, on the last day of the month because it has no %d: the time that %s gives us."
                        .formatted(months, start.getDayOfMonth(), law);
    }

    private static String days(long days) {
        return days == 1 ? "One day" : days + " days";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
