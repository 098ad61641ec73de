package org.privacypromise.preferences.linkbudget;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.budget.Budgets.Spending;

/** Refuses what one address asks too often of links, before anything is looked up, and says how much is left. */
public class LinkBudgetFilter {

    /** Behind a link that anybody may open, as often as people do. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Page {}

    /** An opt-out by a link that anybody may use, which is the last thing to refuse. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface OptOut {}

    static final ProblemType TOO_MANY_LINKS =
            new ProblemType("too-many-links", 429, "Links were used from this address more often than people do");

    private static final String HEADERS = LinkBudgetFilter.class.getName();

    private final LinkBudget pages;
    private final LinkBudget optOuts;
    private final Clock clock;

    LinkBudgetFilter(LinkBudgetConfig config, Clock clock) {
        this.pages = new LinkBudget("links", config.burst(), config.pause());
        this.optOuts = new LinkBudget("opt-outs", config.optOutBurst(), config.optOutPause());
        this.clock = clock;
    }

    @Page
    @ServerRequestFilter
    public @Nullable Response page(ContainerRequestContext request, HttpServerRequest http) {
        return spend(pages, request, http);
    }

    @OptOut
    @ServerRequestFilter
    public @Nullable Response optOut(ContainerRequestContext request, HttpServerRequest http) {
        return spend(optOuts, request, http);
    }

    @Page
    @ServerResponseFilter
    public void tellOfPages(ContainerRequestContext request, ContainerResponseContext response) {
        tell(request, response);
    }

    @OptOut
    @ServerResponseFilter
    public void tellOfOptOuts(ContainerRequestContext request, ContainerResponseContext response) {
        tell(request, response);
    }

    private @Nullable Response spend(LinkBudget budget, ContainerRequestContext request, HttpServerRequest http) {
        Spending spending = budget.spend(address(http), clock.instant());
        request.setProperty(HEADERS, budget.headers(spending));
        return spending.isRefused() ? refusal(spending.retryAfterSeconds()) : null;
    }

    private static Response refusal(long seconds) {
        Response problem = Problem.of(TOO_MANY_LINKS, "Wait " + seconds + " seconds, then open the link again.")
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(HEADERS) instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> response.getHeaders().putSingle(String.valueOf(name), value));
        }
    }

    private static String address(HttpServerRequest http) {
        return http.remoteAddress() == null
                ? ""
                : String.valueOf(http.remoteAddress().hostAddress());
    }
}
