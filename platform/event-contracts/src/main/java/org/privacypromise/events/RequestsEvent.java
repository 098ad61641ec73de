package org.privacypromise.events;

/** What requests-service publishes about a data-subject request; the key is the request's ID. */
public sealed interface RequestsEvent extends Event permits RequestReceived, RequestStatusChanged, SubjectTask {

    String requestId();

    @Override
    default String key() {
        return requestId();
    }
}
