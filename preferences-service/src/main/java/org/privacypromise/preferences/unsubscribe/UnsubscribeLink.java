package org.privacypromise.preferences.unsubscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mailer puts into one message (RFC 8058).
 *
 * @param url for a link in the body
 * @param mailto the same for mail programs that write instead (RFC 6068); null if there is no mailbox for it
 * @param headers to be set as they are, and to be covered by the DKIM signature
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnsubscribeLink(URI url, @Nullable URI mailto, Map<String, String> headers) {

    static final String ONE_CLICK_FIELD = "List-Unsubscribe";
    static final String ONE_CLICK_VALUE = "One-Click";

    static UnsubscribeLink to(URI url, @Nullable URI mailto) {
        return new UnsubscribeLink(
                url,
                mailto,
                Map.of(
                        "List-Unsubscribe", "<" + url + ">" + (mailto == null ? "" : ", <" + mailto + ">"),
                        "List-Unsubscribe-Post", ONE_CLICK_FIELD + "=" + ONE_CLICK_VALUE));
    }
}
