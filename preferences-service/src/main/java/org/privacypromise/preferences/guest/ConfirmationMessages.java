package org.privacypromise.preferences.guest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the confirmation pages say, here in English; the other languages are in {@code messages/confirmation_*.properties}.
 * They name what was asked for as a list, not within a sentence, for no language bends a name as another does.
 */
@MessageBundle("confirmation")
interface ConfirmationMessages {

    @Message("Please confirm")
    String askTitle();

    @Message("Do you want to get these messages?")
    String askHeading();

    @Message("Somebody gave us this address for:")
    String asked();

    @Message("What")
    String what();

    @Message("How")
    String how();

    @Message("From")
    String from();

    @Message("Yes, I want them")
    String askButton();

    @Message("If that was not you, just close this page: nothing is sent to you, and this address is forgotten. "
            + "You can stop at any time, with the link in every message.")
    String askOtherwise();

    @Message("Confirmed")
    String doneTitle();

    @Message("Done. Thank you for confirming.")
    String doneHeading();

    @Message("You have confirmed:")
    String confirmed();

    @Message("If you say no in your account, or with the link in a message, that counts from then on.")
    String doneOtherwise();

    @Message("Link no longer valid")
    String overTitle();

    @Message("This link is no longer valid")
    String overHeading();

    @Message("It works for a few days only. If you still want these messages, please sign up again. "
            + "Nothing has been changed.")
    String overRemedy();

    @Message("Link not complete")
    String unknownTitle();

    @Message("This link does not work")
    String unknownHeading();

    @Message("It may have been cut off. Please open it from the message again, or copy the whole of it. "
            + "Nothing has been changed.")
    String unknownRemedy();
}
