package org.privacypromise.preferences.legacyimport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Lets an import's file, and nothing else, be larger than the frame lets a body be: it is read as it comes. What it says
 * about its length is hidden from the frame.
 */
@ApplicationScoped
class ImportUploadFilter {

    private static final int BEFORE_THE_FRAME = 2000;
    private static final Pattern LINES = Pattern.compile("/imports/[^/]+/lines");

    void register(@Observes Filters filters) {
        filters.register(ImportUploadFilter::admit, BEFORE_THE_FRAME);
    }

    private static void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        String path = context.normalizedPath();
        boolean upload = (method.equals(HttpMethod.POST) && path.equals("/imports"))
                || (method.equals(HttpMethod.PUT) && LINES.matcher(path).matches());
        if (upload) {
            context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        context.next();
    }
}
