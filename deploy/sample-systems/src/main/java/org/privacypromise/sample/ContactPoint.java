package org.privacypromise.sample;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/** An address that no log can show by accident. */
record ContactPoint(String email) {

    ContactPoint {
        Require.that(isAddress(email), "contactPoint.email must be one e-mail address");
    }

    static boolean isAddress(@Nullable String text) {
        try {
            return text != null
                    && text.matches("[^\\s,;<>]+@[^\\s,;<>]+")
                    && new InternetAddress(text, true).getAddress() != null;
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ContactPoint[hidden]";
    }
}
