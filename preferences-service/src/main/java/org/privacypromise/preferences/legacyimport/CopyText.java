package org.privacypromise.preferences.legacyimport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 20);
    private boolean first = true;

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

    /** Ends the row. */
    void end() {
        text.append('\n');
        first = true;
    }

    boolean isEmpty() {
        return text.isEmpty();
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

    InputStream stream() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
