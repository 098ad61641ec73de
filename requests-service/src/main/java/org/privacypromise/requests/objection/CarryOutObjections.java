package org.privacypromise.requests.objection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.privacypromise.frame.InTurn;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestKey;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Answered;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.objection.PreferencesClient.Objecting;

/** Tells preferences-service of objections until it has confirmed them; then, and not before, they are answered. */
@ApplicationScoped
class CarryOutObjections {

    private static final Logger LOG = Logger.getLogger(CarryOutObjections.class);
    private static final int BATCH = 20;

    private final ObjectionRepository objections;
    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final Notices notices;
    private final SubjectKeys keys;
    private final IdentityContactsClient identity;
    private final PreferencesClient preferences;
    private final Clock clock;

    CarryOutObjections(
            ObjectionRepository objections,
            RequestRepository requests,
            AdvanceRequest advance,
            Notices notices,
            SubjectKeys keys,
            @RestClient IdentityContactsClient identity,
            @RestClient PreferencesClient preferences,
            Clock clock) {
        this.objections = objections;
        this.requests = requests;
        this.advance = advance;
        this.notices = notices;
        this.keys = keys;
        this.identity = identity;
        this.preferences = preferences;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            identity = "carry-out-objections",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> carryOutDue() {
        return Panache.withSession(() -> objections.due(clock.instant(), BATCH))
                .chain(due -> InTurn.each(due, this::attempt));
    }

    /** Never fails. */
    private Uni<Void> attempt(UUID id) {
        return Panache.withSession(() -> requests.findById(id))
                .chain(request -> who(request)
                        .chain(who -> preferences.object(id.toString(), who))
                        .chain(() -> conclude(id)))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "The objection %s could not be carried out (%s): will be tried again",
                            id, fault.getClass().getSimpleName());
                    return Panache.withTransaction(
                                    () -> objections.findById(id).invoke(found -> found.tryLater(clock.instant())))
                            .replaceWithVoid();
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Objecting> who(Request request) {
        return request.customerId() != null
                ? Uni.createFrom().item(new Objecting(request.customerId(), null, request.language()))
                : contactRef(request.id()).map(reference -> new Objecting(null, reference, request.language()));
    }

    private Uni<String> contactRef(UUID id) {
        return Panache.withSession(() -> objections.findById(id)).chain(objection -> {
            String known = objection.contactRef();
            return known != null
                    ? Uni.createFrom().item(known)
                    : typed(id, Objects.requireNonNull(objection.contact(), "nobody knows whom it is about"))
                            .chain(typed -> identity.name(new IdentityContactsClient.Typed(
                                    typed.kind().name(), typed.value().reveal())))
                            .map(IdentityContactsClient.Named::contactRef)
                            .call(named -> Panache.withTransaction(
                                    () -> objections.findById(id).invoke(found -> found.name(named))));
        });
    }

    private Uni<TypedContact> typed(UUID id, byte[] encrypted) {
        return Panache.withSession(() -> keys.forReading(RequestKey.subject(id), RequestKey.RECORDS))
                .map(key -> TypedContact.read(FieldCipher.decrypt(
                        key.orElseThrow(() -> new IllegalStateException("the key of the request is destroyed")),
                        Objection.placeOfContact(id),
                        encrypted)));
    }

    private Uni<Void> conclude(UUID id) {
        return Panache.withTransaction(() -> advance.hear(id, new Answered())
                        .call(() -> objections.findById(id).invoke(found -> found.done(clock.instant())))
                        // Whoever has not proven that a mailbox is theirs gets no further mail there.
                        .call(request -> request.customerId() == null
                                ? Uni.createFrom().voidItem()
                                : notices.append(request, NoticeKind.GRANTED, Map.of())))
                .replaceWithVoid();
    }
}
