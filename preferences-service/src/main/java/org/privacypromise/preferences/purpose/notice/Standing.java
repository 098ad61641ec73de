package org.privacypromise.preferences.purpose.notice;

/**
 * What holds in a cell today.
 *
 * @param newChoiceNeeded whether it is refused only because the notice has changed: the customer is asked again, and
 *     nothing is sent before they have answered
 */
public record Standing(boolean allowed, boolean newChoiceNeeded) {

    static final Standing ALLOWED = new Standing(true, false);
    static final Standing REFUSED = new Standing(false, false);
    static final Standing TO_BE_ASKED = new Standing(false, true);
}
