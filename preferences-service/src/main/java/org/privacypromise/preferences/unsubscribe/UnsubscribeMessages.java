package org.privacypromise.preferences.unsubscribe;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the unsubscribe pages say, here in English; the other languages are in {@code messages/unsubscribe_*.properties}.
 * They name what is stopped as a list, not within a sentence, for no language bends a name as another does.
 */
@MessageBundle("unsubscribe")
interface UnsubscribeMessages {

    @Message("Unsubscribe")
    String confirmTitle();

    @Message("Stop these messages?")
    String confirmHeading();

    @Message("You will no longer get:")
    String stopped();

    @Message("What")
    String what();

    @Message("How")
    String how();

    @Message("From")
    String from();

    @Message("Yes, stop them")
    String confirmButton();

    @Message("Nothing else changes: you still hear about your orders, and your other choices stay as they are. "
            + "If you did not mean to, just close this page.")
    String confirmNothingElse();

    @Message("Unsubscribed")
    String doneTitle();

    @Message("Done. You are unsubscribed.")
    String doneHeading();

    @Message("All our systems are being told right now. A message that is already on its way may still reach you.")
    String doneSpreading();

    @Message("If you change your mind, sign in and open your contact preferences.")
    String doneUndo();

    @Message("Link not complete")
    String unknownTitle();

    @Message("This link does not work")
    String unknownHeading();

    @Message("It may have been cut off. Please open it from the e-mail again, or copy the whole of it.")
    String unknownRemedy();

    @Message("You can also sign in and change your contact preferences there. Nothing has been changed.")
    String unknownOtherwise();
}
