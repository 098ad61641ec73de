package org.privacypromise.preferences.legacyimport.line;

/**
 * What is wrong with a line. It never repeats what the line says.
 *
 * @param line its number in the file, the first is 1
 * @param field which of its columns, or {@code line} for all of it
 */
public record LineFault(long line, String field, String fault) {

    static final String WHOLE_LINE = "line";
}
