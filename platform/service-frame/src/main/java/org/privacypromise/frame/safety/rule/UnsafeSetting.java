package org.privacypromise.frame.safety.rule;

/**
 * A setting with which no service may run in production. Neither part repeats a secret.
 *
 * @param fault what is wrong
 * @param remedy what to set
 */
public record UnsafeSetting(String fault, String remedy) {

    @Override
    public String toString() {
        return fault + ": " + remedy;
    }
}
