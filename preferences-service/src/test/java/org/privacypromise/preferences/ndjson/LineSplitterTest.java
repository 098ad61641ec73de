package org.privacypromise.preferences.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final List<Line> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    @Test
    void wherever_the_pieces_are_cut_the_lines_are_the_same() {
        byte[] body = "{\"a\":1}\n\n  \r\n{\"ä\":2}\r\n{\"c\":3}".getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= body.length; first++) {
            for (int second = first; second <= body.length; second++) {
                lines.clear();
                LineSplitter cut = new LineSplitter(lines::add);
                cut.take(Arrays.copyOfRange(body, 0, first));
                cut.take(Arrays.copyOfRange(body, first, second));
                cut.take(Arrays.copyOfRange(body, second, body.length));
                cut.finish();

                assertThat(lines)
                        .extracting(LineSplitterTest::text)
                        .containsExactly("{\"a\":1}", "{\"ä\":2}\r", "{\"c\":3}");
                assertThat(lines).extracting(Line::number).containsExactly(1L, 4L, 5L);
            }
        }
    }

    @Test
    void a_line_that_never_ends_takes_no_more_room_than_the_longest() {
        byte[] piece = new byte[100_000];
        Arrays.fill(piece, (byte) 'x');
        for (int i = 0; i < 1000; i++) {
            splitter.take(piece);
        }
        assertThat(lines).isEmpty();

        splitter.take("\n{}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(lines).extracting(Line::tooLong).containsExactly(true, false);
        assertThat(lines.getFirst().json()).hasSize(Line.LONGEST);
        assertThat(lines.getLast().number()).isEqualTo(2);
    }

    @Test
    void a_body_of_nothing_has_no_lines() {
        splitter.take(new byte[0]);
        splitter.take("\n\n".getBytes(StandardCharsets.UTF_8));
        splitter.finish();

        assertThat(lines).isEmpty();
    }

    @Test
    void the_longest_line_is_not_too_long() {
        splitter.take(
                ("y".repeat(Line.LONGEST) + "\n" + "y".repeat(Line.LONGEST + 1)).getBytes(StandardCharsets.UTF_8));
        splitter.finish();

        assertThat(lines).extracting(Line::tooLong).containsExactly(false, true);
    }

    private static String text(Line line) {
        return new String(line.json(), StandardCharsets.UTF_8);
    }
}
