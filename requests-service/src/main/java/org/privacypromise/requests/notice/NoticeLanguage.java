package org.privacypromise.requests.notice;

import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.requests.clock.law.Texts;

/** In which language a person is written to. */
public final class NoticeLanguage {

    private NoticeLanguage() {}

    /** The one that fits best to what a client says ({@code Accept-Language}). */
    public static String of(@Nullable String accepted) {
        return ReaderLanguage.choose(accepted, Texts.LANGUAGES);
    }
}
