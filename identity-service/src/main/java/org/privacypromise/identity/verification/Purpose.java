package org.privacypromise.identity.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.privacypromise.events.VerificationConcluded;

/** What a code is asked for. It proves nothing for any other purpose. */
public enum Purpose {
    @JsonProperty("access-request")
    ACCESS_REQUEST,
    @JsonProperty("erasure-request")
    ERASURE_REQUEST,
    /** Any request about one's data, or several at once: whoever reads the mail is told that it may be any. */
    @JsonProperty("rights-request")
    RIGHTS_REQUEST,
    /** Of the answer to one request, which must be named. */
    @JsonProperty("package-download")
    PACKAGE_DOWNLOAD;

    /** As the API writes it. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    VerificationConcluded.Purpose inEvents() {
        return switch (this) {
            case ACCESS_REQUEST -> VerificationConcluded.Purpose.ACCESS_REQUEST;
            case ERASURE_REQUEST -> VerificationConcluded.Purpose.ERASURE_REQUEST;
            case RIGHTS_REQUEST -> VerificationConcluded.Purpose.RIGHTS_REQUEST;
            case PACKAGE_DOWNLOAD -> VerificationConcluded.Purpose.PACKAGE_DOWNLOAD;
        };
    }
}
