package org.privacypromise.architecture.good.ledger;

import org.privacypromise.architecture.good.feature.rule.Choice;

public record Entry(Choice choice) {}
