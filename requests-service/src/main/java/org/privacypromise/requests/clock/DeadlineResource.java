package org.privacypromise.requests.clock;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Texts;

/** The statutory clock, open to everybody: it knows nobody, and what it says can be checked. */
@Path("/deadlines")
@PermitAll
class DeadlineResource {

    private final DeriveDueDate derive;
    private final LawInWords words;
    private final DeadlineBudget budget;

    DeadlineResource(DeriveDueDate derive, LawInWords words, DeadlineBudget budget) {
        this.derive = derive;
        this.words = words;
        this.budget = budget;
    }

    /** The due date of a request that was received on this day, and how it is found, in the reader's language. */
    @GET
    public RestResponse<DeadlineView> derive(
            @RestQuery @Nullable String received,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String regime,
            @RestQuery @Nullable String right,
            @RestQuery @Nullable String identityReceived,
            @RestQuery @Nullable String clarificationAsked,
            @RestQuery @Nullable String clarificationReceived,
            @RestQuery @Nullable String extended,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Context HttpServerRequest http) {
        budget.spend(http.remoteAddress() == null ? null : http.remoteAddress().hostAddress());
        DeadlineQuery query = new DeadlineQuery(
                received, place, regime, right, identityReceived, clarificationAsked, clarificationReceived, extended);
        Derivation derivation = derive.of(query.facts(derive));
        return ResponseBuilder.ok(DeadlineView.from(
                        derivation, words.steps(derivation, ReaderLanguage.choose(languages, Texts.LANGUAGES))))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
