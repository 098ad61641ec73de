package org.privacypromise.requests.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;

/** What a system has left of a category in spite of an erasure, by which retention rule, and until when. */
@Entity
@Table(name = "kept_data")
class KeptData {

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    private String system;

    private String category;

    private String rule;

    /** The last day on which it is kept; null if the rule has no end. */
    @Column(name = "release_on")
    private @Nullable LocalDate releaseOn;

    @Column(name = "release_asked_at")
    private @Nullable Instant releaseAskedAt;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected KeptData() {}

    KeptData(UUID requestId, String system, TaskAnswered.Kept kept) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.system = system;
        this.category = kept.category();
        this.rule = kept.retention();
        this.releaseOn = kept.until();
    }

    /** The system is asked to erase it, too. */
    void askRelease(Instant now) {
        releaseAskedAt = now;
    }

    /** It is gone, too. */
    void released(Instant now) {
        releasedAt = now;
    }

    /** Something has happened since by which the same rule lasts longer. */
    void keptUntil(@Nullable LocalDate later) {
        releaseOn = later;
        releaseAskedAt = null;
    }

    boolean isReleased() {
        return releasedAt != null;
    }

    /** Whether its day will come and has not been dealt with yet. */
    boolean awaitsRelease() {
        return releaseOn != null && releasedAt == null;
    }

    boolean isDue(LocalDate today) {
        return releaseOn != null && releaseAskedAt == null && releasedAt == null && releaseOn.isBefore(today);
    }

    /** Whether this system is erasing it. */
    boolean isReleasing(String ofSystem) {
        return system.equals(ofSystem) && releaseAskedAt != null && releasedAt == null;
    }

    /** Whether this system goes on keeping it. */
    boolean stays(String inSystem) {
        return system.equals(inSystem) && releaseAskedAt == null && releasedAt == null;
    }

    SubjectTask.Exemption exemption() {
        return new SubjectTask.Exemption(category, rule);
    }

    String system() {
        return system;
    }

    String category() {
        return category;
    }
}
