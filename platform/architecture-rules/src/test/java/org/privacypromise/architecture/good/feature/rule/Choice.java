package org.privacypromise.architecture.good.feature.rule;

public record Choice(String purpose) {}
