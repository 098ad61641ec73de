package org.privacypromise.identity.mail;

import io.smallrye.mutiny.Uni;

/** Knows where the mail of one kind of recipient goes. */
public interface Recipients {

    /** Whether this recipient is of the kind that is known here. */
    boolean areOfKind(Recipient recipient);

    /** Where the mail goes now, in the caller's transaction. */
    Uni<Destination> find(Recipient recipient);
}
