package org.privacypromise.frame;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the languages that something exists in a reader gets to see (RFC 9110, 12.5.4; look-up of RFC 4647). */
public final class ReaderLanguage {

    /** What our pages exist in; the first is for everybody else. */
    public static final List<String> OF_PAGES = List.of("en", "de", "fr", "es", "it");

    private static final int LONGEST_HEADER = 1000;

    private ReaderLanguage() {}

    /**
     * The one the reader likes best, else the first. A header that cannot be read says nothing, for nobody is refused a
     * page because of it.
     *
     * @param acceptLanguage as the browser sends it, such as {@code de-AT, fr;q=0.5}; null if it does not
     * @param offered language tags, at least one
     */
    public static String choose(@Nullable String acceptLanguage, List<String> offered) {
        return wanted(acceptLanguage)
                .map(ranges -> Locale.lookupTag(ranges, offered))
                .orElse(offered.getFirst());
    }

    private static Optional<List<LanguageRange>> wanted(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return Optional.of(LanguageRange.parse(header));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
