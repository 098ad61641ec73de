package org.privacypromise.fraudcheck.assessment;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Which language a caller wants to read (RFC 9110, {@code Accept-Language}). */
public final class Languages {

    private static final int LONGEST = 200;
    private static final String OTHERWISE = "en";

    private Languages() {}

    /** The first choice; who has none, or none that can be read, gets each text as it was written. */
    public static String wanted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST) {
            return OTHERWISE;
        }
        try {
            String first = LanguageRange.parse(acceptLanguage).getFirst().getRange();
            return first.equals("*") ? OTHERWISE : Locale.forLanguageTag(first).toLanguageTag();
        } catch (IllegalArgumentException e) {
            return OTHERWISE;
        }
    }
}
