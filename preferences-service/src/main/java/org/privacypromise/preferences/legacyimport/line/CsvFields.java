package org.privacypromise.preferences.legacyimport.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of one line of a CSV file (RFC 4180). A quoted field ends on its line: a line is what can be resumed at. */
public final class CsvFields {

    private CsvFields() {}

    /** Empty if the quotes do not add up. */
    public static Optional<List<String>> of(String line) {
        List<String> fields = new ArrayList<>(11);
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder field = new StringBuilder();
                at = quoted(line, at + 1, field);
                if (at < 0 || (at < line.length() && line.charAt(at) != ',')) {
                    return Optional.empty();
                }
                fields.add(field.toString());
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                fields.add(line.substring(at, end));
                at = end;
            }
            if (at >= line.length()) {
                return Optional.of(fields);
            }
            at++;
        }
    }

    /** Where the field ends, behind its quote; -1 if it does not. */
    private static int quoted(String line, int from, StringBuilder field) {
        int at = from;
        while (at < line.length()) {
            char next = line.charAt(at);
            if (next != '"') {
                field.append(next);
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else {
                return at + 1;
            }
            at++;
        }
        return -1;
    }
}
