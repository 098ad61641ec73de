package org.privacypromise.preferences.purpose;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.purpose.NoticeVersionRepository.Stored;
import org.privacypromise.preferences.purpose.notice.CarriedOver;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.preferences.purpose.notice.Standing;
import org.privacypromise.preferences.purpose.notice.Terms;
import org.privacypromise.preferences.purpose.notice.WriteNotice;
import org.privacypromise.register.PurposeRegister;

/**
 * Under which notice somebody chose, and what that is worth under today's. The service stores the notice it starts with,
 * and does not start with one that says something else than it did under the same version before. Complete before the
 * first event is received.
 */
@ApplicationScoped
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
public class NoticeHistory {

    private final Notice today;
    private final Terms termsOfToday;
    private final Map<String, Terms> byVersion = new HashMap<>();
    private final TreeMap<Instant, Terms> byTime = new TreeMap<>();
    private final TreeMap<Instant, Notice> inUse = new TreeMap<>();
    private final Instant inUseSince;
    private final @Nullable Terms before;

    NoticeHistory(PurposeRegister register, NoticeVersionRepository versions, Clock clock) {
        today = WriteNotice.from(register);
        termsOfToday = Terms.of(today);
        versions.keep(today, clock.instant());
        Instant since = null;
        for (Stored stored : versions.all()) {
            Notice notice = stored.notice();
            Terms terms = Terms.of(notice);
            byVersion.put(notice.version(), terms);
            byTime.put(stored.since(), terms);
            inUse.put(stored.since(), notice);
            if (notice.version().equals(today.version())) {
                requireUnchanged(stored);
                since = stored.since();
            }
        }
        inUseSince = Objects.requireNonNull(since, "the notice of today has just been stored");
        Map.Entry<Instant, Terms> previous = byTime.lowerEntry(inUseSince);
        before = previous == null ? null : previous.getValue();
    }

    private void requireUnchanged(Stored stored) {
        if (!NoticeJson.stillSays(stored.json(), today)) {
            throw new ChangedNoticeException(today.version(), stored.since());
        }
    }

    /** The notice of today, in all its languages. */
    Notice today() {
        return today;
    }

    /** Since when customers have been able to read the notice of today. */
    public Instant inUseSince() {
        return inUseSince;
    }

    public String version() {
        return today.version();
    }

    /** Whether there was a notice before this one. */
    public boolean replacesAnother() {
        return before != null;
    }

    /** What a choice means today. */
    public Standing of(Choice choice) {
        return of(choice, termsOfToday);
    }

    /** What it means today that somebody chose this before that version of the notice. */
    public Standing of(Cell cell, boolean allowed, String noticeVersion) {
        return CarriedOver.chosen(cell, allowed, termsThen(noticeVersion, termsOfToday), termsOfToday);
    }

    /**
     * What holds in a cell for somebody who has not chosen.
     *
     * @param knownSince since when we have known them; null if we do not
     */
    public Standing ofSilence(Cell cell, @Nullable Instant knownSince) {
        return knownSince == null
                ? CarriedOver.byDefault(cell, termsOfToday)
                : ofSilence(cell, knownSince, termsOfToday);
    }

    /** The notice that was in use at a moment; empty if it is from before we had any. */
    public Optional<NoticeThen> at(Instant time) {
        return Optional.ofNullable(inUse.floorEntry(time))
                .map(then -> new NoticeThen(then.getValue(), byVersion::get, this::termsAt));
    }

    /** Whether something is allowed, or refused, that was not under the notice before this one. */
    public boolean changesWhatHolds(ChoiceMatrix choices, Instant knownSince) {
        return before != null
                && Stream.concat(before.ways().keySet().stream(), termsOfToday.ways().keySet().stream())
                        .distinct()
                        .filter(cell -> !isChosenToday(cell, choices))
                        .anyMatch(cell -> isAllowed(cell, choices, knownSince, before)
                                != isAllowed(cell, choices, knownSince, termsOfToday));
    }

    /** Then the systems have been told under the notice of today already. */
    private boolean isChosenToday(Cell cell, ChoiceMatrix choices) {
        return choices.at(cell)
                .map(Choice::noticeVersion)
                .filter(version()::equals)
                .isPresent();
    }

    private boolean isAllowed(Cell cell, ChoiceMatrix choices, Instant knownSince, Terms now) {
        return now.ways().containsKey(cell)
                && choices.at(cell)
                        .map(choice -> of(choice, now))
                        .orElseGet(() -> ofSilence(cell, knownSince, now))
                        .allowed();
    }

    private Standing of(Choice choice, Terms now) {
        return CarriedOver.chosen(choice.cell(), choice.allowed(), termsThen(choice.noticeVersion(), now), now);
    }

    /** Of a version from before versions were kept, nothing is known to have changed. */
    private Terms termsThen(String noticeVersion, Terms now) {
        return byVersion.getOrDefault(noticeVersion, now);
    }

    private Standing ofSilence(Cell cell, Instant knownSince, Terms now) {
        return CarriedOver.neverChosen(cell, termsAt(knownSince), now);
    }

    private Terms termsAt(Instant time) {
        Map.Entry<Instant, Terms> then = byTime.floorEntry(time);
        return then == null ? byTime.firstEntry().getValue() : then.getValue();
    }
}
