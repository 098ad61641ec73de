package org.privacypromise.requests.clock.law;

/**
 * What the law gives a person to ask for. Each that is asked for is a request of its own, with its own clock, lifecycle
 * and outcome. Which of them a law gives, and how, is for the rules of its {@link Regime} to say.
 */
public enum Right {
    /** A copy of their data and what is done with it (GDPR Art. 15). */
    ACCESS,
    /** That their data is erased (GDPR Art. 17). */
    ERASURE,
    /** That what is wrong is put right (GDPR Art. 16). */
    RECTIFICATION,
    /** That their data is kept and not used (GDPR Art. 18). */
    RESTRICTION,
    /** That it may be used again: the end of a restriction that they asked for (GDPR Art. 18(3)). */
    RESTRICTION_LIFTING,
    /** What they gave us, in a form that another controller's programs can read (GDPR Art. 20). */
    PORTABILITY,
    /** That we stop a use that rests on our interests, for reasons of theirs (GDPR Art. 21(1)). */
    OBJECTION,
    /** That nothing is advertised to them: no reasons, no weighing (GDPR Art. 21(2) and (3); California: no sale). */
    MARKETING_OBJECTION,
    /** That a person looks at what a machine has decided (GDPR Art. 22(3); UK GDPR Art. 22C). */
    HUMAN_REVIEW,
    /** That we look into how we have handled their data (UK: Data Protection Act 2018 s. 164A). */
    COMPLAINT;

    /** Whether a person looks at every request for it and decides, with reasons; others are carried out. */
    public boolean isWeighed() {
        return this == RECTIFICATION || this == OBJECTION || this == HUMAN_REVIEW || this == COMPLAINT;
    }

    /** Whether it takes proof of who asks. Saying no to advertising is always easy. */
    public boolean needsProof() {
        return this != MARKETING_OBJECTION;
    }

    /** Whether asking again while it is open asks for nothing new. What is weighed has a content of its own each time. */
    public boolean isSameWhenRepeated() {
        return !isWeighed();
    }
}
