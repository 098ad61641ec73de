package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;

/**
 * A cell that somebody has decided on, with where that came from. Flat, for it is stored like this.
 *
 * @param since when it became what it is; saying the same again does not move it
 */
public record Choice(
        String purpose,
        String channel,
        String brand,
        boolean allowed,
        Instant since,
        Source source,
        String noticeVersion,
        String language) {

    static Choice of(Decision decision, Evidence evidence) {
        Cell cell = decision.cell();
        return new Choice(
                cell.purpose(),
                cell.channel(),
                cell.brand(),
                decision.allowed(),
                evidence.at(),
                evidence.source(),
                evidence.noticeVersion(),
                evidence.language());
    }

    public Cell cell() {
        return new Cell(purpose, channel, brand);
    }
}
