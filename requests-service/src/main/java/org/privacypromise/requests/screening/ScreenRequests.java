package org.privacypromise.requests.screening;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestKey;
import org.privacypromise.requests.lifecycle.RequestRepository;

/**
 * Asks fraud-check-service to look at requests, until it has. A request is screened under its own ID, so that asking again
 * gives the same verdict; that comes by {@link VerdictConsumer}.
 */
@ApplicationScoped
class ScreenRequests {

    private static final Logger LOG = Logger.getLogger(ScreenRequests.class);
    private static final int BATCH = 20;

    private final ScreeningRepository screenings;
    private final RequestRepository requests;
    private final TakeVerdict takeVerdict;
    private final SubjectKeys keys;
    private final FraudCheckClient fraudCheck;
    private final Clock clock;

    ScreenRequests(
            ScreeningRepository screenings,
            RequestRepository requests,
            TakeVerdict takeVerdict,
            SubjectKeys keys,
            @RestClient FraudCheckClient fraudCheck,
            Clock clock) {
        this.screenings = screenings;
        this.requests = requests;
        this.takeVerdict = takeVerdict;
        this.keys = keys;
        this.fraudCheck = fraudCheck;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "screen-requests", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> screenDue() {
        return Panache.withSession(() -> screenings.due(clock.instant(), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::screen)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Never fails. */
    private Uni<Void> screen(UUID id) {
        return takeVerdict
                .takeKept(id)
                .chain(() -> Panache.withSession(() -> requests.findById(id).chain(this::describe)))
                .chain(fraudCheck::screen)
                .map(ScreenRequests::texts)
                .chain(reasons -> note(id, screening -> screening.screened(reasons, clock.instant())))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Request %s could not be screened (%s): will be tried again",
                            id, fault.getClass().getSimpleName());
                    return note(id, screening -> screening.tryLater(clock.instant()));
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<FraudCheckClient.ToScreen> describe(Request request) {
        return ipAddress(request.id())
                .map(ipAddress -> new FraudCheckClient.ToScreen(
                        request.id().toString(),
                        "REQUEST",
                        new FraudCheckClient.Signals(
                                ipAddress == null ? null : ipAddress.reveal(),
                                request.contactRef(),
                                request.customerId(),
                                request.right().name(),
                                request.channel().name())));
    }

    private Uni<@Nullable PersonalText> ipAddress(UUID id) {
        return screenings.findById(id).chain(screening -> {
            byte[] encrypted = screening.ipAddress();
            return encrypted == null
                    ? Uni.createFrom().nullItem()
                    : keys.forReading(RequestKey.subject(id), RequestKey.RECORDS)
                            .map(key -> key.map(found ->
                                            FieldCipher.decrypt(found, Screening.placeOfIpAddress(id), encrypted))
                                    .orElse(null));
        });
    }

    private static List<String> texts(FraudCheckClient.Screened screened) {
        return Stream.ofNullable(screened.reasons())
                .flatMap(List::stream)
                .map(FraudCheckClient.Reason::text)
                .filter(Objects::nonNull)
                .toList();
    }

    private Uni<Void> note(UUID id, Consumer<Screening> outcome) {
        return Panache.withTransaction(() -> screenings.findById(id).invoke(outcome))
                .replaceWithVoid();
    }
}
