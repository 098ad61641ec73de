package org.privacypromise.preferences.purpose;

import java.time.Instant;

/** The register says something else than it said under the same version before. */
final class ChangedNoticeException extends RuntimeException {

    ChangedNoticeException(String version, Instant since) {
        super(("The purpose register has version %s, but says something else than version %s, which customers have read"
                        + " since %s. Give it a new version: what somebody chose is proven by what they had read.")
                .formatted(version, version, since));
    }
}
