package org.privacypromise.preferences.idempotency;

/**
 * What a call was answered.
 *
 * @param etag empty if there was none
 * @param body JSON
 */
public record Answer(int status, String etag, String body) {}
