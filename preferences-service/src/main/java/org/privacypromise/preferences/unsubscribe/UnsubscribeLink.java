package org.privacypromise.preferences.unsubscribe;

import java.net.URI;
import java.util.Map;

/**
 * What a mailer puts into one message (RFC 8058).
 *
 * @param url for a link in the body
 * @param headers to be set as they are, and to be covered by the DKIM signature
 */
record UnsubscribeLink(URI url, Map<String, String> headers) {

    static final String ONE_CLICK_FIELD = "List-Unsubscribe";
    static final String ONE_CLICK_VALUE = "One-Click";

    static UnsubscribeLink to(URI url) {
        return new UnsubscribeLink(
                url,
                Map.of(
                        "List-Unsubscribe", "<" + url + ">",
                        "List-Unsubscribe-Post", ONE_CLICK_FIELD + "=" + ONE_CLICK_VALUE));
    }
}
