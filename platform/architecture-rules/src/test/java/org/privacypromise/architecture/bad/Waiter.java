package org.privacypromise.architecture.bad;

import io.smallrye.mutiny.Uni;

class Waiter {
    String result(Uni<String> promise) {
        return promise.await().indefinitely();
    }
}
