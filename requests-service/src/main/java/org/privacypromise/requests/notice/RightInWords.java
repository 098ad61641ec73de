package org.privacypromise.requests.notice;

import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.Texts;
import org.privacypromise.requests.lifecycle.step.Ground;

/** What somebody asks for, within a sentence; and why the law lets us refuse it. */
public final class RightInWords {

    private static final Texts TEXTS = Texts.named("requests");

    private RightInWords() {}

    /** In English. */
    public static String of(Right right) {
        return of(right, Texts.LANGUAGES.getFirst());
    }

    /** @param language English for one that it does not exist in */
    public static String of(Right right, String language) {
        return TEXTS.get(language, right.name());
    }

    /** As a sentence. */
    public static String of(Ground ground, String language) {
        return TEXTS.get(language, ground.name());
    }
}
