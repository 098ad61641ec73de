package org.privacypromise.fraudcheck.rule;

/**
 * One thing wrong with a rule set.
 *
 * @param line line of the file, from 1; 0 if the file could not be read at all
 * @param place JSON Pointer to the field (RFC 6901), such as {@code /rules/3/when}; empty for the file as a whole
 * @param rule the key of the rule; empty if it is about none, or if its key cannot be read
 * @param problem what is wrong
 * @param remedy what to do about it
 */
public record RuleFault(int line, String place, String rule, String problem, String remedy) {

    @Override
    public String toString() {
        return "line %d%s: %s %s".formatted(line, rule.isEmpty() ? "" : ", rule " + rule, problem, remedy);
    }
}
