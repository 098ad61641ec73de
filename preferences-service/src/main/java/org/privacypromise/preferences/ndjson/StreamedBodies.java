package org.privacypromise.preferences.ndjson;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets a body that is answered line by line, and nothing else, be larger than the frame lets a body be: none of it stays
 * in memory. Its length is hidden from the frame's limit; what is too long is a single line.
 */
@ApplicationScoped
class StreamedBodies {

    private static final int BEFORE_THE_FRAME = 2000;
    private static final Set<String> PATHS = Set.of("/send-checks", "/unsubscribe-links/bulk");

    void register(@Observes Filters filters) {
        filters.register(StreamedBodies::admit, BEFORE_THE_FRAME);
    }

    private static void admit(RoutingContext context) {
        if (HttpMethod.POST.equals(context.request().method()) && PATHS.contains(context.normalizedPath())) {
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        context.next();
    }
}
