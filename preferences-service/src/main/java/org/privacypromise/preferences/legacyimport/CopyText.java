package org.privacypromise.preferences.legacyimport;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/**
 * Rows on their way into a table, in the text format of PostgreSQL's COPY. They are sent as they come, so that the database
 * is busy with some while the next are written.
 */
final class CopyText implements AutoCloseable {

    private static final int ENOUGH = 1 << 16;
    private static final byte[] NULL = {'\\', 'N'};

    private final CopyIn copy;
    private byte[] bytes = new byte[ENOUGH * 2];
    private int length;
    private boolean first = true;
    private @Nullable Instant lastTime;
    private byte[] lastTimeText = NULL;

    private CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** @param sql {@code COPY ... FROM STDIN} */
    static CopyText into(Connection connection, String sql) throws SQLException {
        return new CopyText(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
    }

    CopyText add(@Nullable String value) {
        next();
        if (value == null) {
            append(NULL);
            return this;
        }
        reserve(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                append(escaped(value.substring(i)).getBytes(StandardCharsets.UTF_8));
                return this;
            } else if (c < ' ' || c == '\\') {
                append(escaped(String.valueOf(c)).getBytes(StandardCharsets.US_ASCII));
                reserve(value.length() - i);
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return this;
    }

    CopyText add(long value) {
        return add(Long.toString(value));
    }

    CopyText add(boolean value) {
        return add(Boolean.toString(value));
    }

    /** Most rows have the time of the row before. */
    CopyText add(@Nullable Instant value) {
        next();
        if (value != null && !value.equals(lastTime)) {
            lastTime = value;
            lastTimeText = value.toString().getBytes(StandardCharsets.US_ASCII);
        }
        append(value == null ? NULL : lastTimeText);
        return this;
    }

    CopyText add(LedgerHash hash) {
        return add("\\x" + hash.hex());
    }

    private void next() {
        if (!first) {
            reserve(1);
            bytes[length++] = '\t';
        }
        first = false;
    }

    private void append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Ends the row. */
    void end() throws SQLException {
        reserve(1);
        bytes[length++] = '\n';
        first = true;
        if (length >= ENOUGH) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    /** Ends the table's rows: they are there from now on. */
    void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Takes back what was not finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
