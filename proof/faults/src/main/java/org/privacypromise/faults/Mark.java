package org.privacypromise.faults;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a request, carried into the ledger as a part of the language that the customer read: evidence keeps the
 * language as it was sent, so every record says which request made it.
 */
final class Mark {

    private static final Pattern MARKED = Pattern.compile("en-op([0-9a-z]{6})");

    private Mark() {}

    static String language(long number) {
        String digits = Long.toString(number, 36);
        return "en-op" + "0".repeat(6 - digits.length()) + digits;
    }

    static OptionalLong number(String language) {
        Matcher match = MARKED.matcher(language.toLowerCase(Locale.ROOT));
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1), 36)) : OptionalLong.empty();
    }
}
