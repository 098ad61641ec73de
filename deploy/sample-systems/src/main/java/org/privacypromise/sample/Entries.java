package org.privacypromise.sample;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** {@code POST /entries}: somebody takes part in a competition. Whether they had done so before is told to nobody. */
final class Entries implements HttpApi.Endpoint {

    private static final Logger LOG = System.getLogger(Entries.class.getName());

    private final ContactRefs contactRefs;
    private final Audience audience;

    Entries(ContactRefs contactRefs, Audience audience) {
        this.contactRefs = contactRefs;
        this.audience = audience;
    }

    @Override
    public HttpApi.Answer answer(HttpExchange request) throws Exception {
        Entry entry = RequestBody.read(request, Entry.class, "{contactPoint: {email}, competition, name, answer}");
        audience.enter(entry, contactRef(entry));
        return HttpApi.Answer.of(201, Map.of("entered", true));
    }

    private String contactRef(Entry entry) throws Problem, InterruptedException {
        try {
            return contactRefs.of(entry.contactPoint());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "No contact reference: {0}", e.getMessage());
            throw new Problem(
                    "no-contact-ref",
                    503,
                    "The entry cannot be taken at the moment",
                    "Nothing was stored, for it could not be found again when its owner asks. Try again later.");
        }
    }
}
