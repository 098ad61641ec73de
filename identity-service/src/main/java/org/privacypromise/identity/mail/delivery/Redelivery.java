package org.privacypromise.identity.mail.delivery;

import java.time.Duration;
import java.util.Set;

/**
 * What follows from an attempt that failed. A mail server that is away, busy or badly set up is tried again for ever, with
 * growing pauses; one that refuses this very mail is believed after a few times.
 */
public final class Redelivery {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;
    private static final int REFUSALS = 3;

    // RFC 5321, 4.2.2: no such mailbox, not for us, full, bad name, transaction failed, domain takes no mail. Others,
    // such
    // as a missing sign-in (530, 535), are about us and not about this mail.
    private static final Set<Integer> ABOUT_THE_MAIL = Set.of(550, 551, 552, 553, 554, 556);

    private Redelivery() {}

    /** Whether an SMTP reply refuses this very mail. */
    public static boolean isRefusal(int replyCode) {
        return ABOUT_THE_MAIL.contains(replyCode);
    }

    /** Whether a mail that was refused this often is undeliverable. */
    public static boolean isFinal(int refusals) {
        return refusals >= REFUSALS;
    }

    /** The pause after this many attempts have failed; at least 1. */
    public static Duration pauseAfter(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
