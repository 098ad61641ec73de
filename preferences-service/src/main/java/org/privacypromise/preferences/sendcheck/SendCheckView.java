package org.privacypromise.preferences.sendcheck;

import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.sendcheck.verdict.Verdict;

/**
 * Whether something may be sent.
 *
 * @param because why, as a code that does not change
 * @param version of the addressee's preferences that this rests on; 0 if there are none
 * @param why what the register tells customers about a message that cannot be switched off; null for all others
 */
public record SendCheckView(
        boolean allowed,
        String because,
        long version,
        @Nullable String why) {

    static SendCheckView from(Verdict verdict, @Nullable String why) {
        return new SendCheckView(verdict.allowed(), verdict.because().code(), verdict.version(), why);
    }
}
