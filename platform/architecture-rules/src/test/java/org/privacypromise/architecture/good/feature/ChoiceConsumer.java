package org.privacypromise.architecture.good.feature;

import org.eclipse.microprofile.reactive.messaging.Incoming;

class ChoiceConsumer {
    @Incoming("choices")
    void receive(byte[] event) {}
}
