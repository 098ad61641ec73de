package org.privacypromise.register;

/**
 * One thing wrong with a register.
 *
 * @param line line of the file, from 1; 0 if the file could not be read at all
 * @param column column of that line, from 1; 0 if the file could not be read at all
 * @param field path of the field, such as {@code purposes[marketing-main].legal-basis}; empty for the file as a whole
 * @param problem what is wrong
 * @param remedy what to do about it
 */
public record Fault(int line, int column, String field, String problem, String remedy) {

    @Override
    public String toString() {
        return "line %d, column %d: %s%s %s"
                .formatted(line, column, field.isEmpty() ? "" : field + ": ", problem, remedy);
    }
}
