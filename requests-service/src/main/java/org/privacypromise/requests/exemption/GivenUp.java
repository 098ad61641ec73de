package org.privacypromise.requests.exemption;

/** Why a part of an answer is missing for good. The person who asked is told in these words. */
public enum GivenUp {
    /** The system, or whoever runs it for us, does not answer. */
    UNREACHABLE("it does not answer, whatever we try; we go on asking for it outside of this request"),
    /** Nobody can say which of the data in it is this person's. */
    CANNOT_TELL_WHOSE("we cannot tell which of the data in it is yours; if you know how we could, tell us"),
    /** It would take from somebody else, or hurt them. */
    HARMS_OTHERS("your data in it cannot be parted from that of other people"),
    /** It has been looked for again and again, and comes back. */
    COMES_BACK("data comes back there after it was erased; we are looking for the cause");

    private final String words;

    GivenUp(String words) {
        this.words = words;
    }

    /** The reason, within a sentence. */
    public String words() {
        return words;
    }
}
