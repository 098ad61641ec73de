package org.privacypromise.outbox;

import org.privacypromise.events.Carried;

/** Stands for an outbox that knows too much. */
record KnowsWhatItCarries(Carried event) {}
