package org.privacypromise.preferences.legacyimport.line;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * Makes a line of what its columns say, or tells all that is wrong with it. Who opts somebody in shows the evidence; who
 * opts out need not.
 */
public final class ReadLine {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final int LONGEST_REFERENCE = 128;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int LONGEST_EVIDENCE = 200;
    private static final String SIMPLE_SIGNS = " ._~:/#()+-";
    /** Letters and digits of any script. */
    private static final Pattern EVIDENCE = Pattern.compile("[\\p{L}\\p{N} ._~:/#()+-]{1,200}");

    private final Predicate<Cell> exists;
    private final Predicate<Cell> changeable;
    private final Instant now;

    /**
     * @param exists whether there is such a choice
     * @param changeable whether it is the customer's
     * @param now nothing was decided later than this
     */
    public ReadLine(Predicate<Cell> exists, Predicate<Cell> changeable, Instant now) {
        this.exists = exists;
        this.changeable = changeable;
        this.now = now;
    }

    /** A line that can be applied, or what is wrong with it. */
    public record Result(@Nullable ImportLine line, List<LineFault> faults) {

        static Result unreadable(long number, String fault) {
            return new Result(null, List.of(new LineFault(number, LineFault.WHOLE_LINE, fault)));
        }
    }

    /** A line that does not even have columns. */
    public static Result unreadable(long number, String fault) {
        return Result.unreadable(number, fault);
    }

    public Result read(long number, Map<Column, String> values) {
        return new Reading(number, values).result();
    }

    /** {@code [A-Za-z0-9._~-]{1,128}}, without an expression: a file has millions of them. */
    private static boolean isReference(String value) {
        if (value.length() > LONGEST_REFERENCE) {
            return false;
        }
        return isOf(value, "._~-");
    }

    /** Short enough to be a reference, and nothing by which an address could get in. */
    private static boolean isEvidence(String value) {
        return (value.length() <= LONGEST_EVIDENCE && isOf(value, SIMPLE_SIGNS))
                || EVIDENCE.matcher(value).matches();
    }

    /** Of letters and digits of ASCII and these signs only. */
    private static boolean isOf(String value, String signs) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean good =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || signs.indexOf(c) >= 0;
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private final class Reading {

        private final long number;
        private final Map<Column, String> values;
        private final List<LineFault> faults = new ArrayList<>();

        Reading(long number, Map<Column, String> values) {
            this.number = number;
            this.values = values;
        }

        Result result() {
            String key = key();
            Cell cell = cell();
            Boolean allowed = allowed();
            Instant decidedAt = decidedAt();
            String noticeVersion = reference(Column.NOTICE_VERSION, "letters, digits and . _ ~ -");
            String language = language();
            String source = evidence(Column.SOURCE);
            String reference = evidence(Column.REFERENCE);
            if (Boolean.TRUE.equals(allowed)) {
                requireEvidence();
            }
            return key == null || cell == null || allowed == null || !faults.isEmpty()
                    ? new Result(null, List.copyOf(faults))
                    : new Result(
                            new ImportLine(
                                    number, key, cell, allowed, decidedAt, noticeVersion, language, source, reference),
                            List.of());
        }

        private @Nullable String key() {
            String customer = value(Column.CUSTOMER_ID);
            String contact = value(Column.CONTACT_REF);
            if ((customer == null) == (contact == null)) {
                fault(Column.CUSTOMER_ID, "needs either a customerId or a contactRef");
                return null;
            }
            Column given = customer != null ? Column.CUSTOMER_ID : Column.CONTACT_REF;
            String reference = reference(given, "an opaque ID of letters, digits and . _ ~ -");
            return reference == null ? null : (customer != null ? "c:" : "p:") + reference;
        }

        private @Nullable Cell cell() {
            String purpose = required(Column.PURPOSE);
            String channel = required(Column.CHANNEL);
            String brand = required(Column.BRAND);
            if (purpose == null || channel == null || brand == null) {
                return null;
            }
            Cell cell = new Cell(purpose, channel, brand);
            if (!exists.test(cell)) {
                fault(Column.PURPOSE, "this purpose does not use this channel for this brand");
                return null;
            }
            if (!changeable.test(cell)) {
                fault(Column.PURPOSE, "this is not the customer's choice");
                return null;
            }
            return cell;
        }

        private @Nullable Boolean allowed() {
            String text = required(Column.ALLOWED);
            if (text == null || text.equals("true")) {
                return text == null ? null : Boolean.TRUE;
            } else if (text.equals("false")) {
                return Boolean.FALSE;
            }
            fault(Column.ALLOWED, "must be true or false");
            return null;
        }

        private @Nullable Instant decidedAt() {
            String text = value(Column.DECIDED_AT);
            if (text == null) {
                return null;
            }
            try {
                Instant time = TimeText.parse(text);
                if (time.isAfter(now)) {
                    fault(Column.DECIDED_AT, "lies in the future");
                } else if (time.isBefore(EARLIEST)) {
                    fault(Column.DECIDED_AT, "lies before 1990");
                }
                return time;
            } catch (DateTimeException e) {
                fault(Column.DECIDED_AT, "must be a time such as 2024-03-02T09:00:00Z, or a day such as 2024-03-02");
                return null;
            }
        }

        private void requireEvidence() {
            for (Column evidence : List.of(
                    Column.DECIDED_AT, Column.NOTICE_VERSION, Column.LANGUAGE, Column.SOURCE, Column.REFERENCE)) {
                if (value(evidence) == null) {
                    fault(evidence, "is missing: an opt-in needs its evidence");
                }
            }
        }

        private @Nullable String required(Column column) {
            String value = value(column);
            if (value == null) {
                fault(column, "is missing");
            }
            return value;
        }

        private @Nullable String reference(Column column, String what) {
            String value = value(column);
            if (value != null && !isReference(value)) {
                fault(column, "must be " + what);
                return null;
            }
            return value;
        }

        private @Nullable String language() {
            String value = value(Column.LANGUAGE);
            if (value != null && !TAG.matcher(value).matches()) {
                fault(Column.LANGUAGE, "must be a language tag such as en");
                return null;
            }
            return value;
        }

        private @Nullable String evidence(Column column) {
            String value = value(column);
            if (value != null && !isEvidence(value)) {
                fault(column, "must be at most 200 letters, digits and simple signs");
                return null;
            }
            return value;
        }

        private @Nullable String value(Column column) {
            String value = values.get(column);
            return value == null || value.isBlank() ? null : value.strip();
        }

        private void fault(Column column, String fault) {
            faults.add(new LineFault(number, column.title(), fault));
        }
    }
}
