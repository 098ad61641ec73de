package org.privacypromise.identity.verification.code;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Eight digits, each as likely as the other, that nobody can foretell. It does not show itself. */
public final class Code {

    public static final int LENGTH = 8;

    private static final int ALL = 100_000_000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{8}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String digits;

    private Code(String digits) {
        this.digits = digits;
    }

    public static Code random() {
        return new Code(String.format(Locale.ROOT, "%0" + LENGTH + "d", RANDOM.nextInt(ALL)));
    }

    /** What somebody typed, with or without spaces between the digits; empty if it is no code at all. */
    public static Optional<Code> typed(String text) {
        String digits = BETWEEN_DIGITS.matcher(text).replaceAll("");
        return DIGITS.matcher(digits).matches() ? Optional.of(new Code(digits)) : Optional.empty();
    }

    /** The digits, for the mail and the seal only. */
    public String reveal() {
        return digits;
    }

    @Override
    public String toString() {
        return "[code]";
    }
}
