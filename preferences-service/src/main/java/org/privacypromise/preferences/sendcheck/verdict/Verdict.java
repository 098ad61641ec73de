package org.privacypromise.preferences.sendcheck.verdict;

/**
 * Whether something may be sent.
 *
 * @param version of the addressee's preferences; 0 if there are none
 */
public record Verdict(boolean allowed, Because because, long version) {

    public static Verdict refused(Because because) {
        return new Verdict(false, because, 0);
    }
}
