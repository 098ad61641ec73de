package org.privacypromise.requests.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a table (RFC 4180), every cell in quotes. No cell is a formula to a spreadsheet: what looks like one is led in
 * by an apostrophe.
 */
public final class CsvLine {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.][0-9]{1,15})?");
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|%";

    private CsvLine() {}

    /** With its end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String value) {
        return '"' + (isFormula(value) ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }

    private static boolean isFormula(String value) {
        if (value.isEmpty() || NUMBER.matcher(value).matches()) {
            return false;
        }
        String led = value.stripLeading();
        return BEGINS_A_FORMULA.indexOf(led.isEmpty() ? value.charAt(0) : led.charAt(0)) >= 0;
    }
}
