package org.privacypromise.sample;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/** Who shall get a mail, and for which purpose of which brand. The address is the marketing system's own. */
record Mailing(String customerId, ContactPoint contactPoint, String purpose, String brand) {

    Mailing {
        require(customerId != null && customerId.matches("[A-Za-z0-9._~-]{1,128}"), "customerId must be a customer ID");
        require(contactPoint != null, "contactPoint must hold the field email");
        require(isRegisterKey(purpose), "purpose must be a purpose of the register");
        require(isRegisterKey(brand), "brand must be a brand of the register");
    }

    /** An address that no log can show by accident. */
    record ContactPoint(String email) {

        ContactPoint {
            require(email != null && isAddress(email), "contactPoint.email must be one e-mail address");
        }

        @Override
        public String toString() {
            return "ContactPoint[hidden]";
        }
    }

    private static boolean isRegisterKey(@Nullable String text) {
        return text != null && text.matches("[a-z][a-z0-9-]{0,63}");
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true);
            return text.matches("[^\\s,;<>]+@[^\\s,;<>]+");
        } catch (AddressException e) {
            return false;
        }
    }

    private static void require(boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new IllegalArgumentException(rule);
        }
    }
}
