package org.privacypromise.requests.history;

/** What somebody of the staff did with a person's request. */
public enum Deed {
    READ("looked at your request"),
    READ_STATUS("looked up where your request stands"),
    READ_HISTORY("looked at who had done what with your request"),
    TAKEN_IN("took in your request for you"),
    ASSIGNED("changed who looks after your request"),
    NOTED("wrote a note about your request"),
    READ_NOTES("read the notes about your request"),
    READ_TASK("looked up what is to be done for you by hand"),
    READ_DATA("looked through what was found about you, before it is sent to you"),
    READ_CORRECTIONS("read what you want put right"),
    READ_REDACTIONS("read what is taken out of your answer because it is somebody else's"),
    CLARIFICATION_ASKED("asked you what exactly you mean"),
    CLARIFICATION_TAKEN("noted your answer about what you mean"),
    IDENTITY_ASKED("asked you to show that it is you"),
    IDENTITY_TAKEN("noted that you have shown that it is you"),
    EXTENDED("took more time for your request, and told you why"),
    GRANT_PROPOSED("proposed to do what you ask"),
    REFUSAL_PROPOSED("proposed to refuse your request"),
    GRANTED("decided to do what you ask"),
    REFUSED("decided to refuse your request"),
    TURNED_DOWN("turned down what a colleague had proposed"),
    REFUSED_WITHOUT_PURPOSE("wanted to see your request without saying what for, and was not let in");

    private final String words;

    Deed(String words) {
        this.words = words;
    }

    /** What was done, as the customer reads it after the word for whoever did it. */
    String words() {
        return words;
    }
}
