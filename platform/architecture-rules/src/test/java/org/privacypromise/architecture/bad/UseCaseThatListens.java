package org.privacypromise.architecture.bad;

import org.eclipse.microprofile.reactive.messaging.Incoming;

class UseCaseThatListens {
    @Incoming("events")
    void receive(byte[] event) {}
}
