package org.privacypromise.events;

/** What preferences-service publishes. */
public sealed interface PreferencesEvent extends Event permits PreferencesState, ChoicesChanged {}
