package org.privacypromise.preferences.history;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.preferences.purpose.NoticeHistory;

/**
 * Tells from the ledger what a subject's choices said at a moment, and from the notice of that time what they meant. It
 * works after an erasure as well: the evidence is what stays.
 */
@ApplicationScoped
class ReadPastChoices {

    private final ConsentRecordRepository ledger;
    private final PreferencesRepository preferences;
    private final NoticeHistory notices;

    ReadPastChoices(ConsentRecordRepository ledger, PreferencesRepository preferences, NoticeHistory notices) {
        this.ledger = ledger;
        this.preferences = preferences;
        this.notices = notices;
    }

    @WithSession
    Uni<PastChoicesView> of(String key, Moment moment) {
        return ledger.asOf(key, moment.time())
                .chain(records -> preferences
                        .findById(key)
                        .map(subject -> PastChoicesView.of(
                                records,
                                moment.time(),
                                notices.at(moment.time()).orElse(null),
                                knownAt(moment, subject))));
    }

    private static @Nullable Instant knownAt(Moment moment, @Nullable Preferences subject) {
        return subject == null || subject.createdAt().isAfter(moment.time()) ? null : subject.createdAt();
    }
}
