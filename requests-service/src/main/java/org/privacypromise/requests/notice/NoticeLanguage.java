package org.privacypromise.requests.notice;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that people are written to in. */
public final class NoticeLanguage {

    /** In the order in which the first is taken if nobody says which. */
    public static final List<String> ALL = List.of("en", "de", "fr", "es", "it");

    private NoticeLanguage() {}

    /** The one that fits best to what a client says (RFC 9110, {@code Accept-Language}). */
    public static String of(@Nullable String accepted) {
        try {
            return Optional.ofNullable(accepted)
                    .map(LanguageRange::parse)
                    .map(ranges -> Locale.lookupTag(ranges, ALL))
                    .orElse(ALL.getFirst());
        } catch (IllegalArgumentException e) {
            return ALL.getFirst();
        }
    }
}
