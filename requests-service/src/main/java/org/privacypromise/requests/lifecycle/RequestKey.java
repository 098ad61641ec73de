package org.privacypromise.requests.lifecycle;

import java.util.UUID;
import org.privacypromise.personaldata.RetentionClass;

/** The names of the keys that encrypt what belongs to one request. */
public final class RequestKey {

    /** What is personal in our own records of a request, such as mails that wait to be sent. */
    public static final RetentionClass RECORDS = new RetentionClass("request-records");

    private RequestKey() {}

    public static String subject(UUID request) {
        return "r:" + request;
    }
}
