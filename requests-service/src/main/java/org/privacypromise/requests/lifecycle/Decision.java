package org.privacypromise.requests.lifecycle;

import java.util.regex.Pattern;
import org.privacypromise.personaldata.PersonalText;

/**
 * Who of us decided something about a request, and in which words.
 *
 * @param staff the subject ({@code sub}) of the person's token; never a name or an address
 * @param words the reason, the question, the evidence; kept encrypted
 */
public record Decision(String staff, PersonalText words) {

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._~:|-]{1,128}");

    /** @throws IllegalArgumentException if that is no subject */
    public Decision {
        if (!SUBJECT.matcher(staff).matches()) {
            throw new IllegalArgumentException("who decided is named by the subject of their token");
        }
    }
}
