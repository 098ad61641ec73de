package org.privacypromise.identity.mail;

import org.jspecify.annotations.Nullable;

/** What a mail says. */
public record Content(String subject, String text, @Nullable String html) {

    @Override
    public String toString() {
        return "[content of a mail]";
    }
}
