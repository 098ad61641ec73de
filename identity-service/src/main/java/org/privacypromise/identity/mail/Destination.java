package org.privacypromise.identity.mail;

import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.EmailAddress;

/** Where a recipient's mail goes, as things are now. */
public sealed interface Destination {

    /**
     * There.
     *
     * @param key under which what a mail says is kept until it is sent
     * @param proven whether it is the recipient's: until it is, only a code goes there
     */
    record Mailbox(EmailAddress address, DataKey key, boolean proven) implements Destination {}

    /**
     * Nowhere.
     *
     * @param why a short key, such as {@code no-address}
     */
    record Nowhere(String why) implements Destination {}
}
