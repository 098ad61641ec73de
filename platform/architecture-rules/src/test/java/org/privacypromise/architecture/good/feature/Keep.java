package org.privacypromise.architecture.good.feature;

import org.privacypromise.architecture.good.feature.rule.Choice;
import org.privacypromise.architecture.good.ledger.Entry;

class Keep {
    Entry keep(Choice choice) {
        return new Entry(choice);
    }
}
