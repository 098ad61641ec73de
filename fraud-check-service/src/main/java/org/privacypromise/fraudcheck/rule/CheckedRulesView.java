package org.privacypromise.fraudcheck.rule;

/** Rules that could be put into force as they are. */
public record CheckedRulesView(String version, int rules) {}
