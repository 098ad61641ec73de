package org.privacypromise.preferences.legacyimport;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
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

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(ENOUGH + (1 << 12));
    private boolean first = true;

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
            text.append("\\N");
        } else if (isPlain(value)) {
            text.append(value);
        } else {
            escape(value);
        }
        return this;
    }

    /** An ID, a number, a time: nothing that would have to be escaped. */
    CopyText addPlain(@Nullable Object value) {
        next();
        text.append(value == null ? "\\N" : value.toString());
        return this;
    }

    CopyText addBytes(LedgerHash hash) {
        next();
        text.append("\\\\x").append(hash.hex());
        return this;
    }

    private void next() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** Ends the row. */
    void end() throws SQLException {
        text.append('\n');
        first = true;
        if (text.length() >= ENOUGH) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
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
