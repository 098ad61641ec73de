package org.privacypromise.frame.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemType;

/**
 * {@code /q/privacy}: all pages, and {@code /q/privacy/<name>}: one. On the management port only, which operators reach
 * and customers do not.
 */
@Singleton
class StatusRoutes {

    private final List<StatusPage> pages;
    private final ObjectMapper json;

    StatusRoutes(@All List<StatusPage> pages, ObjectMapper json) {
        this.pages =
                pages.stream().sorted(Comparator.comparing(StatusPage::name)).toList();
        this.json = json;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/q/privacy").handler(call -> answer(call, pages));
        management
                .router()
                .get("/q/privacy/:page")
                .handler(call -> answer(
                        call,
                        pages.stream()
                                .filter(page -> page.name().equals(call.pathParam("page")))
                                .toList()));
    }

    private void answer(RoutingContext call, List<StatusPage> chosen) {
        if (chosen.isEmpty()) {
            refuse(call, ProblemType.NOT_FOUND, "There is: " + names());
            return;
        }
        try {
            String text = chosen.stream()
                    .map(page -> page.name() + "\n" + print(page, call))
                    .collect(Collectors.joining("\n"));
            call.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end(text);
        } catch (IllegalArgumentException e) {
            refuse(call, ProblemType.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static String print(StatusPage page, RoutingContext call) {
        return page.print(option -> Optional.ofNullable(call.request().getParam(option)));
    }

    private String names() {
        return pages.isEmpty()
                ? "nothing here in this service."
                : pages.stream().map(page -> "/q/privacy/" + page.name()).collect(Collectors.joining(", "));
    }

    private void refuse(RoutingContext call, ProblemType type, String detail) {
        try {
            call.response()
                    .setStatusCode(type.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(Problem.of(type, detail)));
        } catch (JsonProcessingException e) {
            call.fail(e);
        }
    }
}
