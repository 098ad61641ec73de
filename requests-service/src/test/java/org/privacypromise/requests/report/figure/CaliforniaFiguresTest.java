package org.privacypromise.requests.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.requests.report.figure.FiguresTest.closed;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaliforniaFiguresTest {

    @Test
    void each_right_says_what_was_received_complied_with_and_denied_and_how_long_it_took() {
        Happened happened = new Happened(
                List.of(
                        new Happened.Received("ACCESS", "CCPA", "SIGNED_IN", 4),
                        new Happened.Received("ACCESS", "CCPA", "GUEST", 3),
                        new Happened.Received("ACCESS", "UK_GDPR", "GUEST", 9),
                        new Happened.Received("ERASURE", "CCPA", "GUEST", 1)),
                List.of(
                        closed("ACCESS", "CCPA", "ANSWERED", null, 10),
                        closed("ACCESS", "CCPA", "ANSWERED_IN_PART", null, 20),
                        closed("ACCESS", "CCPA", "REFUSED", "EXCESSIVE", 45),
                        closed("ACCESS", "CCPA", "LAPSED", null, 30),
                        closed("ACCESS", "CCPA", "WITHDRAWN", null, 1),
                        closed("ACCESS", "UK_GDPR", "ANSWERED", null, 1)),
                List.of(),
                List.of());

        assertThat(CaliforniaFigures.of(happened).rights())
                .containsExactly(
                        new CaliforniaFigures.OfRight("ACCESS", 7, 1, 1, 2, 20.0, 25.0),
                        new CaliforniaFigures.OfRight("ERASURE", 1, 0, 0, 0, null, null));
    }
}
