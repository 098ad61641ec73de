package org.privacypromise.preferences.legacyimport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a file that comes in pieces, with a hash over all lines so far. */
final class FileLines {

    private static final int LONGEST = 8_192;
    private static final String MARK = "\uFEFF";

    private final Iterator<byte[]> pieces;
    private final MessageDigest digest;
    private byte[] piece = new byte[0];
    private int at;
    private long number;

    FileLines(Iterator<byte[]> pieces) {
        this.pieces = pieces;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Of the last line that was read; 0 before the first. */
    long number() {
        return number;
    }

    boolean hasNext() {
        while (at >= piece.length && pieces.hasNext()) {
            piece = pieces.next();
            at = 0;
        }
        return at < piece.length;
    }

    /** Null if the line is too long to be one, or no UTF-8. */
    @Nullable
    String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        number++;
        int end = endOfLine();
        if (end < piece.length) {
            String line = text(piece, at, end - at);
            digest.update(piece, at, end - at + 1);
            at = end + 1;
            return line;
        }
        return acrossPieces();
    }

    private int endOfLine() {
        int end = at;
        while (end < piece.length && piece[end] != '\n') {
            end++;
        }
        return end;
    }

    private @Nullable String acrossPieces() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        while (hasNext()) {
            int end = endOfLine();
            boolean ended = end < piece.length;
            length += end - at;
            if (length <= LONGEST) {
                line.write(piece, at, end - at);
            }
            digest.update(piece, at, end - at);
            at = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        digest.update((byte) '\n');
        byte[] bytes = line.toByteArray();
        return length > LONGEST ? null : text(bytes, 0, bytes.length);
    }

    private @Nullable String text(byte[] bytes, int from, int length) {
        if (length > LONGEST) {
            return null;
        }
        int end = length > 0 && bytes[from + length - 1] == '\r' ? length - 1 : length;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, end))
                    .toString();
            return number == 1 && text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Over all lines that were read, each with its end. */
    String hashSoFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the JDK can be cloned", e);
        }
    }
}
