package org.privacypromise.requests.status.due;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Within how many days something is due, as operators write it: {@code 7d}. */
public record DueWithin(int days) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,3})d");

    /** @throws IllegalArgumentException says how it is written */
    public static DueWithin parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("Write days as 7d; 0d is today and whatever is overdue.");
        }
        return new DueWithin(Integer.parseInt(written.group(1)));
    }
}
