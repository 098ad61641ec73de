package org.privacypromise.preferences.purpose;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.purpose.notice.CarriedOver;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.preferences.purpose.notice.Notice.Way;
import org.privacypromise.preferences.purpose.notice.Standing;
import org.privacypromise.preferences.purpose.notice.Terms;

/** The notice that was in use at a moment, and what choices meant under it. */
public final class NoticeThen {

    private final String version;
    private final Map<Cell, Way> ways = new LinkedHashMap<>();
    private final Terms terms;
    private final Function<String, @Nullable Terms> before;
    private final Function<Instant, Terms> knownSince;

    NoticeThen(Notice notice, Function<String, @Nullable Terms> before, Function<Instant, Terms> knownSince) {
        this.version = notice.version();
        this.terms = Terms.of(notice);
        this.before = before;
        this.knownSince = knownSince;
        for (Notice.Purpose purpose : notice.purposes()) {
            purpose.ways().forEach(way -> ways.put(new Cell(purpose.key(), way.channel(), way.brand()), way));
        }
    }

    /** One that no other came before. */
    public static NoticeThen first(Notice notice) {
        Terms terms = Terms.of(notice);
        return new NoticeThen(notice, version -> terms, time -> terms);
    }

    public String version() {
        return version;
    }

    /** All that it offered or told of, in its order. */
    public Set<Cell> cells() {
        return ways.keySet();
    }

    /** Whether it was the customer's to decide. */
    public boolean changeable(Cell cell) {
        Way way = ways.get(cell);
        return way == null || way.changeable();
    }

    /** What it meant then that somebody had chosen this before that version of the notice. */
    public Standing of(Cell cell, boolean allowed, String noticeVersion) {
        Terms chosenUnder = before.apply(noticeVersion);
        return CarriedOver.chosen(cell, allowed, chosenUnder == null ? terms : chosenUnder, terms);
    }

    /**
     * What held for somebody who had not chosen.
     *
     * @param since when we had known them; null if we did not yet, or cannot tell any more
     */
    public Standing ofSilence(Cell cell, @Nullable Instant since) {
        return since == null
                ? CarriedOver.byDefault(cell, terms)
                : CarriedOver.neverChosen(cell, knownSince.apply(since), terms);
    }
}
