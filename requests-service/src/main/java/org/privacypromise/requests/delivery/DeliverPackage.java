package org.privacypromise.requests.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.fulfilment.AccessAnswers;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.redaction.Redactions;
import org.privacypromise.requests.safekeeping.Safekeeping;
import org.privacypromise.requests.safekeeping.SealedContent;

/** Makes a written package the answer, in one transaction: the first one counts, and any other is thrown away. */
@ApplicationScoped
class DeliverPackage {

    private final AccessAnswers answers;
    private final Redactions redactions;
    private final AnswerPackageRepository packages;
    private final RequestRepository requests;
    private final AdvanceRequest lifecycle;
    private final Notices notices;
    private final Safekeeping safekeeping;
    private final DeliveryConfig config;
    private final Clock clock;

    DeliverPackage(
            AccessAnswers answers,
            Redactions redactions,
            AnswerPackageRepository packages,
            RequestRepository requests,
            AdvanceRequest lifecycle,
            Notices notices,
            Safekeeping safekeeping,
            DeliveryConfig config,
            Clock clock) {
        this.answers = answers;
        this.redactions = redactions;
        this.packages = packages;
        this.requests = requests;
        this.lifecycle = lifecycle;
        this.notices = notices;
        this.safekeeping = safekeeping;
        this.config = config;
        this.clock = clock;
    }

    /** @param begun when it was begun; what people have looked for since is not in it, and it is not delivered */
    Uni<Void> deliver(UUID requestId, SealedContent content, Instant begun) {
        return Panache.withTransaction(() -> answers.conclude(requestId)
                        .chain(first -> first
                                ? requests.lock(requestId)
                                        .chain(request -> redactions.allow(requestId, begun))
                                        .invoke(allowed -> {
                                            if (!allowed) {
                                                throw new OutdatedException();
                                            }
                                        })
                                        .chain(() -> answer(requestId, content))
                                : safekeeping.discard(content.id())))
                .onFailure(OutdatedException.class)
                .recoverWithUni(() -> Panache.withTransaction(() -> safekeeping.discard(content.id())));
    }

    /** Somebody has looked through the answer since it was begun, or still does. */
    private static final class OutdatedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutdatedException() {
            super("is to be made anew", null, false, false);
        }
    }

    private Uni<Void> answer(UUID requestId, SealedContent content) {
        return requests.lock(requestId).chain(request -> {
            String token = request.customerId() == null ? LinkToken.random() : null;
            Instant now = clock.instant();
            AnswerPackage made = new AnswerPackage(
                    requestId, content, token == null ? null : LinkToken.hash(token), now, config.life());
            return packages.persist(made)
                    .chain(() -> notices.append(request, NoticeKind.READY, notice(made, token)))
                    .chain(() -> answers.eventOf(requestId))
                    .chain(event -> lifecycle.advance(requestId, event))
                    .replaceWithVoid();
        });
    }

    private Map<String, Object> notice(AnswerPackage made, @Nullable String token) {
        Map<String, Object> data = new HashMap<>();
        if (token != null) {
            data.put("link", config.pageUrl() + "/" + token);
        }
        // The last whole day: whoever comes in the evening of the day itself must not come too late.
        data.put(
                "until", made.expiresAt().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1));
        data.put("downloads", AnswerPackage.MOST_DOWNLOADS);
        return data;
    }
}
