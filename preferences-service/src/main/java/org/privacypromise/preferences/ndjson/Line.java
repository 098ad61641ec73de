package org.privacypromise.preferences.ndjson;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * One line of a body.
 *
 * @param number from 1, as an editor shows it
 * @param json what stands in it, without the line break; cut off if it is {@link #tooLong}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Line(long number, byte[] json, boolean tooLong) {

    /** No question comes near to this. */
    public static final int LONGEST = 2048;

    /** Lines that are answered together. */
    public interface Answer {

        /** The answers as they are sent, one to a line, in the order of the lines. */
        Uni<byte[]> to(List<Line> lines);
    }
}
