package org.privacypromise.requests.hold;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.register.DataCategory;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.security.FourEyes;
import org.privacypromise.requests.security.Staff;

/** Sets, confirms and lifts legal holds; setting and lifting each take two persons, none of them the customer. */
@ApplicationScoped
class KeepHolds {

    static final ProblemType NOT_IN_FORCE =
            new ProblemType("hold-not-in-force", 409, "This hold is lifted, or nobody confirmed it in time");

    private static final Logger LOG = Logger.getLogger(KeepHolds.class);
    private static final RetentionClass RECORDS = new RetentionClass("request-records");

    private final LegalHoldRepository holds;
    private final SubjectKeys keys;
    private final PurposeRegister register;
    private final Clock clock;

    KeepHolds(LegalHoldRepository holds, SubjectKeys keys, PurposeRegister register, Clock clock) {
        this.holds = holds;
        this.keys = keys;
        this.register = register;
        this.clock = clock;
    }

    /** It binds from the commit on. */
    Uni<HoldView> set(NewHold wanted, Staff staff) {
        requireSensible(wanted);
        String customerId = Objects.requireNonNull(wanted.customerId());
        staff.requireOther(customerId);
        UUID id = UUID.randomUUID();
        return Panache.withTransaction(() -> keys.forWriting(subject(id), RECORDS)
                .map(key -> new LegalHold(
                        id,
                        customerId,
                        wanted.held(),
                        encrypt(key, id, "reason", Objects.requireNonNull(wanted.reason())),
                        encrypt(key, id, "authority", Objects.requireNonNull(wanted.authority())),
                        staff.account(),
                        clock.instant()))
                .chain(hold -> holds.persist(hold))
                .invoke(hold -> LOG.infof("Legal hold %s is set and waits for a second person", id))
                .chain(this::view));
    }

    Uni<HoldView> confirm(UUID id, Staff staff) {
        return change(id, staff, hold -> {
            if (hold.confirmedBy() != null) {
                return;
            }
            FourEyes.requireAnother(hold.setBy(), staff.account());
            hold.confirm(staff.account(), clock.instant());
            LOG.infof("Legal hold %s is confirmed", id);
        });
    }

    /** The first person asks for it, the second one does it. */
    Uni<HoldView> lift(UUID id, Staff staff) {
        return change(id, staff, hold -> {
            String asked = hold.liftAskedBy();
            if (asked == null) {
                hold.askLift(staff.account());
                return;
            }
            FourEyes.requireAnother(asked, staff.account());
            hold.lift(staff.account(), clock.instant());
            LOG.infof("Legal hold %s is lifted", id);
        });
    }

    Uni<List<HoldView>> open() {
        return Panache.withSession(() -> holds.open()
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(this::view)
                        .collect()
                        .asList()));
    }

    private Uni<HoldView> change(UUID id, Staff staff, Consumer<LegalHold> change) {
        return Panache.withTransaction(() -> holds.lock(id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it."))
                .invoke(hold -> {
                    staff.requireOther(hold.customerId());
                    if (!hold.binds(clock.instant())) {
                        throw new ProblemException(NOT_IN_FORCE, "Set a new one, if it is still needed.");
                    }
                    change.accept(hold);
                })
                .chain(this::view));
    }

    private void requireSensible(NewHold wanted) {
        if (!wanted.isComplete()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Send customerId, reason and authority, the latter two with at most 2000 characters.");
        }
        List<String> known =
                register.dataCategories().stream().map(DataCategory::key).toList();
        if (!known.containsAll(wanted.held())) {
            throw new ProblemException(
                    ProblemType.INVALID, "Name data categories of the purpose register, or none for everything.");
        }
    }

    private static String subject(UUID id) {
        return "h:" + id;
    }

    private static byte[] encrypt(DataKey key, UUID id, String field, String text) {
        return FieldCipher.encrypt(key, LegalHold.placeOf(id, field), PersonalText.of(text));
    }

    private Uni<HoldView> view(LegalHold hold) {
        return keys.forReading(subject(hold.id()), RECORDS)
                .map(key -> new HoldView(
                        hold.id(),
                        hold.customerId(),
                        hold.categories(),
                        key.map(found -> decrypt(found, hold, "reason", hold.reason()))
                                .orElse(""),
                        key.map(found -> decrypt(found, hold, "authority", hold.authority()))
                                .orElse(""),
                        hold.binds(clock.instant()),
                        hold.setBy(),
                        hold.setAt(),
                        hold.confirmedBy(),
                        hold.confirmedAt(),
                        hold.liftAskedBy(),
                        hold.liftedBy(),
                        hold.liftedAt()));
    }

    private static String decrypt(DataKey key, LegalHold hold, String field, byte[] encrypted) {
        return FieldCipher.decrypt(key, LegalHold.placeOf(hold.id(), field), encrypted)
                .reveal();
    }
}
