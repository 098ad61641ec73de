package org.privacypromise.identity.verification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.client.spi.TokenProvider;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.identity.verification.FraudCheckClient.Screening;
import org.privacypromise.identity.verification.FraudCheckClient.Signals;

/**
 * Asks fraud-check-service about an attempt, within a budget. No answer in time is an answer, too, agreed beforehand: as
 * if it had said review, and flagged.
 */
@ApplicationScoped
class ScreenVerification {

    private static final Logger LOG = Logger.getLogger(ScreenVerification.class);
    private static final String METRIC = "verification.screenings";

    private final FraudCheckClient fraudCheck;
    private final TokenProvider tokens;
    private final ScreeningConfig config;
    private final MeterRegistry metrics;

    ScreenVerification(ScreeningConfig config, TokenProvider tokens, MeterRegistry metrics) {
        this.fraudCheck =
                QuarkusRestClientBuilder.newBuilder().baseUri(config.url()).build(FraudCheckClient.class);
        this.tokens = tokens;
        this.config = config;
        this.metrics = metrics;
    }

    /** @param fallback whether nobody has judged in time */
    record Judgement(Verdict verdict, boolean fallback) {}

    /** Never fails. May answer on any thread. */
    Uni<Judgement> screen(UUID verificationId, Signals signals) {
        // Our own token first: fetching one must not eat the budget, or a slow provider would make every call a
        // fallback.
        return tokens.getAccessToken()
                .ifNoItem()
                .after(config.tokenTimeout())
                .fail()
                .chain(token -> fraudCheck
                        .screen("Bearer " + token, Screening.ofVerification(verificationId.toString(), signals))
                        .ifNoItem()
                        .after(config.budget())
                        .fail())
                .map(screened -> new Judgement(Objects.requireNonNull(screened.verdict()), false))
                .onFailure()
                .recoverWithItem(fault -> fallback(verificationId, fault))
                .invoke(judgement -> metrics.counter(METRIC, "fallback", Boolean.toString(judgement.fallback()))
                        .increment());
    }

    private static Judgement fallback(UUID verificationId, Throwable fault) {
        LOG.warnf(
                "Verification %s was not screened in time (%s): taken as one for review",
                verificationId, fault.getClass().getSimpleName());
        return new Judgement(Verdict.REVIEW, true);
    }
}
