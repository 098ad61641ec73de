package org.privacypromise.personaldata;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * An e-mail address (RFC 5321, internationalised by RFC 6531), normalised so that one mailbox has one form and two
 * mailboxes never share one: no surrounding space; local part in Unicode NFC and lower case, plus-tags and dots kept;
 * domain in lower-case ASCII.
 *
 * <p>Not accepted, because hardly anybody has one and each is a way to write two forms of one mailbox: quoted local
 * parts, comments, address literals such as {@code [192.0.2.1]}.
 */
public final class EmailAddress implements ContactPoint {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String PUNCTUATION = "!#$%&'*+-/=?^_`{|}~.";
    private static final String SHAPE = "Enter an e-mail address such as name@example.org.";

    // Letters that IDNA 2003, which the JDK has, turns into others, though since IDNA 2008 they make domains of their
    // own: straße.de and strasse.de may belong to two people.
    private static final Set<Integer> AMBIGUOUS_IN_DOMAINS = Set.of(0x00DF, 0x03C2, 0x200C, 0x200D);

    private final String address;

    private EmailAddress(String address) {
        this.address = address;
    }

    /**
     * Reads what somebody typed.
     *
     * @throws InvalidContactPointException says what to correct, without repeating what was typed
     */
    public static EmailAddress parse(PersonalText typed) {
        String text = typed.reveal().strip();
        int at = text.lastIndexOf('@');
        if (text.length() > LONGEST || at < 1 || at == text.length() - 1) {
            throw new InvalidContactPointException(SHAPE);
        }
        String address = localPart(text.substring(0, at)) + '@' + domain(text.substring(at + 1));
        if (bytes(address) > LONGEST) {
            throw new InvalidContactPointException("Enter an e-mail address of at most " + LONGEST + " characters.");
        }
        return new EmailAddress(address);
    }

    private static String localPart(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        // Lower case can come apart again: a Turkish capital I with dot becomes i and a dot.
        String local = Normalizer.normalize(composed, Normalizer.Form.NFC);
        if (bytes(local) > LONGEST_LOCAL_PART) {
            throw new InvalidContactPointException("Shorten the part before the @: it may have " + LONGEST_LOCAL_PART
                    + " characters, fewer with letters beyond English.");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            throw new InvalidContactPointException("Check the dots before the @: only single ones, between letters.");
        }
        if (!local.codePoints().allMatch(EmailAddress::mayStandBeforeAt)) {
            throw new InvalidContactPointException(
                    "Check the part before the @: it may have letters, digits and " + PUNCTUATION + " only.");
        }
        return local;
    }

    private static boolean mayStandBeforeAt(int c) {
        if (c < 0x80) {
            return isAsciiLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0;
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String domain(String typed) {
        if (typed.codePoints().anyMatch(AMBIGUOUS_IN_DOMAINS::contains)) {
            throw new InvalidContactPointException(
                    "Enter the domain after the @ in its xn-- form: its own spelling has two readings.");
        }
        String ascii = ascii(typed).toLowerCase(Locale.ROOT);
        String[] labels = ascii.split("\\.", -1);
        String last = labels[labels.length - 1];
        if (labels.length < 2 || last.isEmpty() || last.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidContactPointException(SHAPE);
        }
        for (String label : labels) {
            if (!isHostLabel(label)) {
                throw new InvalidContactPointException("Check the domain after the @.");
            }
        }
        return ascii;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(
                    Normalizer.normalize(domain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            // Its message may quote the domain, so it is not kept as the cause.
            throw new InvalidContactPointException("Check the domain after the @.");
        }
    }

    private static boolean isHostLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> c == '-' || isAsciiLetterOrDigit(c));
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Kind kind() {
        return Kind.EMAIL;
    }

    @Override
    public String reveal() {
        return address;
    }

    @Override
    public String masked() {
        int at = address.indexOf('@');
        return initial(0) + "…@" + initial(at + 1) + "…" + address.substring(address.lastIndexOf('.'));
    }

    private String initial(int index) {
        return Character.toString(address.codePointAt(index));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return "[e-mail address]";
    }
}
