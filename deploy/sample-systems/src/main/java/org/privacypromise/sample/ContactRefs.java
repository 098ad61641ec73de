package org.privacypromise.sample;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * Asks identity-service by which reference the suite speaks of a contact point. Whoever stores it beside an address finds
 * the address again when a task names the reference, and needs no key for that.
 */
final class ContactRefs {

    private final URI endpoint;
    private final SuiteClient suite;

    ContactRefs(URI identityService, SuiteClient suite) {
        this.endpoint = SuiteClient.at(identityService, "/contact-refs");
        this.suite = suite;
    }

    /** @throws IOException if it cannot be had now: then the address must not be stored, or no task would ever find it */
    String of(ContactPoint contactPoint) throws IOException, InterruptedException {
        var response = suite.postJson(endpoint, Map.of("kind", "EMAIL", "value", contactPoint.email()));
        if (response.statusCode() != 200) {
            throw new IOException("identity-service answered " + response.statusCode());
        }
        String contactRef = Json.answer(response.body()).path("contactRef").asText();
        if (contactRef.isEmpty()) {
            throw new IOException("identity-service answered without a reference");
        }
        return contactRef;
    }
}
