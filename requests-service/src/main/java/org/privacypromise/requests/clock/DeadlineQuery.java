package org.privacypromise.requests.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.ContradictoryFactsException;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Place;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;

/** What somebody asks the clock, as it stands in the URL. */
record DeadlineQuery(
        @Nullable String received,
        @Nullable String place,
        @Nullable String regime,
        @Nullable String right,
        @Nullable String identityReceived,
        @Nullable String clarificationAsked,
        @Nullable String clarificationReceived,
        @Nullable String extended) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** @throws ProblemException {@link ProblemType#INVALID} that names all faults at once */
    Facts facts(DeriveDueDate derive) {
        Place where = derive.placeCalled(place, "place");
        List<Problem.Fault> faults = new ArrayList<>();
        LocalDate receivedOn = read("received", received, DeadlineQuery::date, "a date such as 2026-11-25", faults);
        if (received == null) {
            faults.add(new Problem.Fault("received", "say on which day the request was received"));
        }
        Regime law = read("regime", regime, Regime::valueOf, "one of " + List.of(Regime.values()), faults);
        Right asked = read("right", right, Right::valueOf, "one of " + List.of(Right.values()), faults);
        LocalDate identity = read("identityReceived", identityReceived, DeadlineQuery::date, "a date", faults);
        LocalDate question = read("clarificationAsked", clarificationAsked, DeadlineQuery::date, "a date", faults);
        LocalDate answer = read("clarificationReceived", clarificationReceived, DeadlineQuery::date, "a date", faults);
        Boolean longer = read("extended", extended, DeadlineQuery::flag, "true or false", faults);
        if (!faults.isEmpty() || receivedOn == null) {
            throw invalid(faults);
        }
        try {
            return new Facts(
                    receivedOn,
                    where.key(),
                    law == null ? where.regime() : law,
                    asked == null ? Right.ACCESS : asked,
                    identity,
                    question,
                    answer,
                    longer != null && longer);
        } catch (ContradictoryFactsException e) {
            throw invalid(List.of(new Problem.Fault(e.field(), String.valueOf(e.getMessage()))));
        }
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, Function<String, T> reader, String wanted, List<Problem.Fault> faults) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Problem.Fault(name, wanted));
            return null;
        }
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new IllegalArgumentException("outside of what the calendars know");
        }
        return date;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static ProblemException invalid(List<Problem.Fault> faults) {
        return new ProblemException(
                ProblemType.INVALID,
                "Correct the named parameters and ask again.",
                faults.toArray(new Problem.Fault[0]));
    }
}
