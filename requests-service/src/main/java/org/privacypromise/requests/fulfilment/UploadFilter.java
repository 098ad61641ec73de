package org.privacypromise.requests.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.privacypromise.frame.Problem;

/**
 * Lets a task's data, and nothing else, be larger than the frame lets a body be. An upload is refused here if it says
 * that it is too large; what it says is then hidden from the frame's own limit, and what really comes is counted as it
 * is read.
 */
@ApplicationScoped
class UploadFilter {

    private static final int BEFORE_THE_FRAME = 2000;
    private static final Pattern DATA_OF_A_TASK = Pattern.compile("(/desk)?/tasks/[^/]+/data");

    private final long limit;
    private final String problem;

    UploadFilter(UploadConfig config, ObjectMapper json) throws JsonProcessingException {
        this.limit = config.maxSize().asLongValue();
        this.problem = json.writeValueAsString(ReceiveUpload.tooLarge(limit).problem());
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_THE_FRAME);
    }

    private void admit(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null
                || !HttpMethod.PUT.equals(context.request().method())
                || !DATA_OF_A_TASK.matcher(context.normalizedPath()).matches()) {
            context.next();
            return;
        }
        if (isTooLarge(length)) {
            refuse(context, length);
            return;
        }
        context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        context.next();
    }

    private void refuse(RoutingContext context, String length) {
        if (RestOfBody.isWorthTaking(length)) {
            RestOfBody.discard(context.request()).subscribe().with(taken -> answer(context));
            return;
        }
        RestOfBody.announceClose(context.request());
        answer(context).onComplete(sent -> context.request().connection().close());
    }

    private Future<Void> answer(RoutingContext context) {
        return context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem);
    }

    private boolean isTooLarge(String length) {
        try {
            return Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
