package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;

/**
 * What shows that a choice was made (GDPR Art. 7(1)).
 *
 * @param actor the customer ID or contact reference of whoever chose; nothing more direct
 * @param noticeVersion the privacy notice that was in front of them
 * @param language in which they read it, as an ISO 639-1 code
 * @param at when it reached us; never a time that the client named
 */
public record Evidence(Source source, String actor, String noticeVersion, String language, Instant at) {}
