package org.privacypromise.sample;

import org.jspecify.annotations.Nullable;

/** Rules that a request's fields must keep. A rule that is broken is told to the caller, and so it quotes nothing. */
final class Require {

    private Require() {}

    static void that(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }

    static void customerId(@Nullable String text) {
        that(text != null && text.matches("[A-Za-z0-9._~-]{1,128}"), "customerId must be a customer ID");
    }

    /** A purpose, brand or the like. */
    static void registerKey(@Nullable String text, String rule) {
        that(text != null && text.matches("[a-z][a-z0-9-]{0,63}"), rule);
    }

    /** One line or more that a person wrote. */
    static void text(@Nullable String text, int longest, String rule) {
        that(text != null && !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0, rule);
    }
}
