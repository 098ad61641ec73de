package org.privacypromise.preferences.leak;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents, the newest first. */
public record IncidentsView(List<IncidentView> incidents) {

    static IncidentsView of(List<Incident> incidents) {
        return new IncidentsView(incidents.stream().map(IncidentView::from).toList());
    }

    /**
     * A message that should not have been sent.
     *
     * @param kind {@code AFTER_EFFECTIVE}, {@code AFTER_TARGET_TIME}, {@code AFTER_ERASURE} or {@code WITHOUT_PERMISSION}
     * @param state {@code open} or {@code closed}
     * @param key of the subject; null once erased
     * @param subjectRef a keyed reference to the subject, which stays
     */
    public record IncidentView(
            long id,
            String kind,
            String state,
            @Nullable String key,
            String subjectRef,
            String system,
            String purpose,
            String channel,
            String brand,
            String messageRef,
            Instant sentAt,
            Instant detectedAt,
            EvidenceView evidence,
            @Nullable ClosingView closing) {

        static IncidentView from(Incident incident) {
            return new IncidentView(
                    incident.id == null ? 0 : incident.id,
                    incident.kind.name(),
                    incident.closedAt == null ? "open" : "closed",
                    incident.key,
                    incident.subjectRef,
                    incident.system,
                    incident.purpose,
                    incident.channel,
                    incident.brand,
                    incident.messageRef,
                    incident.sentAt,
                    incident.detectedAt,
                    new EvidenceView(
                            incident.refusedAt,
                            incident.refusedVersion,
                            incident.recordHash,
                            incident.acknowledgedVersion,
                            incident.effectiveFrom,
                            incident.dueAt),
                    ClosingView.of(incident));
        }
    }

    /**
     * What shows that it should not have been sent; all of it is null where there was no refusal.
     *
     * @param refusedAt since when it had been refused
     * @param refusedVersion the version of the subject's preferences with that refusal
     * @param recordHash the hash of the consent record in the ledger; null if it was refused by silence, or once erased
     * @param acknowledgedVersion the version that the system had said was in force there
     * @param effectiveFrom since when, by its own word
     * @param dueAt by when it should have been in force there
     */
    public record EvidenceView(
            @Nullable Instant refusedAt,
            @Nullable Long refusedVersion,
            @Nullable String recordHash,
            @Nullable Long acknowledgedVersion,
            @Nullable Instant effectiveFrom,
            @Nullable Instant dueAt) {}

    /** Who has dealt with it. */
    public record ClosingView(Instant at, String by, String reason) {

        static @Nullable ClosingView of(Incident incident) {
            return incident.closedAt == null || incident.closedBy == null || incident.closingReason == null
                    ? null
                    : new ClosingView(incident.closedAt, incident.closedBy, incident.closingReason);
        }
    }
}
