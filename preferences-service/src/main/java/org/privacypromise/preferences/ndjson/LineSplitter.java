package org.privacypromise.preferences.ndjson;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Makes lines of pieces that are cut anywhere. Blank lines are passed over, and counted. */
final class LineSplitter {

    private final Consumer<Line> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number;

    LineSplitter(Consumer<Line> lines) {
        this.lines = lines;
    }

    void take(byte[] piece) {
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                add(piece, start, i);
                end();
                start = i + 1;
            }
        }
        add(piece, start, piece.length);
    }

    /** There is no more; the last line may lack its line break. */
    void finish() {
        if (begun.size() > 0) {
            end();
        }
    }

    private void add(byte[] piece, int from, int to) {
        int length = Math.min(to - from, Line.LONGEST - begun.size());
        begun.write(piece, from, length);
        tooLong |= length < to - from;
    }

    private void end() {
        number++;
        byte[] bytes = begun.toByteArray();
        if (tooLong || !isBlank(bytes)) {
            lines.accept(new Line(number, bytes, tooLong));
        }
        begun.reset();
        tooLong = false;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte character : bytes) {
            if (character > ' ' || character < 0) {
                return false;
            }
        }
        return true;
    }
}
