package org.privacypromise.preferences.propagation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * How a customer is told how far a change has come, here in English; the other languages are in {@code
 * messages/propagation_*.properties}. A list of systems is put together from parts, so that no name has to be bent.
 */
@MessageBundle("propagation")
public interface PropagationMessages {

    @Message("You have not changed anything yet.")
    String nothing();

    @Message("All {count} systems have your last change.")
    String all(int count);

    @Message("{done} of {count} systems have your last change")
    String some(int done, int count);

    @Message("the others")
    String others();

    @Message("within a minute")
    String withinAMinute();

    @Message("within {count} minutes")
    String withinMinutes(long count);

    @Message("within {count} hours")
    String withinHours(long count);

    @Message("by {day}")
    String byDay(String day);

    @Message("late, and we are following it up")
    String late();
}
