package org.privacypromise.preferences.sendcheck.verdict;

/** Why something may be sent, or may not. The codes are part of the API. */
public enum Because {
    /** They said yes to exactly this. */
    CHOSEN("chosen"),
    /** It is on unless somebody says no, and they have not. */
    NOT_REFUSED("not-refused"),
    /** It belongs to something that the customer needs, so it cannot be switched off. */
    SERVICE_MESSAGE("service-message"),
    /** It is the one message that the customer asked for. */
    ASKED_FOR("asked-for"),
    /** They said no to exactly this. */
    REFUSED("refused"),
    /** Somebody who was reached by this contact point said no, and was erased. */
    SUPPRESSED("suppressed"),
    /** They have had the use of their data stopped for a time. */
    RESTRICTED("restricted"),
    /** It is off unless somebody says yes, and they have not. */
    NOT_CHOSEN("not-chosen"),
    /** They said yes to something else: the notice has changed since, and they have to be asked again. */
    NEW_CHOICE_NEEDED("new-choice-needed"),
    /** Nothing is known about them; nobody has allowed anything. */
    UNKNOWN_SUBJECT("unknown-subject"),
    /** The purpose does not use this channel for this brand. */
    NO_SUCH_CHOICE("no-such-choice"),
    /** The question cannot be read. */
    NOT_UNDERSTOOD("not-understood");

    private final String code;

    Because(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
