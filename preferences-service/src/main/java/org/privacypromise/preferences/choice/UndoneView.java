package org.privacypromise.preferences.choice;

import java.util.List;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * What has become of undoing that everything was off.
 *
 * @param stayedOff what the customer had allowed before an older notice, which no longer covers it: they are asked anew
 */
public record UndoneView(List<Cell> stayedOff, PreferencesView preferences) {}
