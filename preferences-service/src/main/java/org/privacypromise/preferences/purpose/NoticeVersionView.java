package org.privacypromise.preferences.purpose;

import java.time.Instant;

/**
 * A version of the notice.
 *
 * @param current whether it is the one that opt-ins are made before today
 */
public record NoticeVersionView(String version, Instant inUseSince, boolean current) {}
