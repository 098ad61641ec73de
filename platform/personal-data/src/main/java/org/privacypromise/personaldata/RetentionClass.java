package org.privacypromise.personaldata;

import java.util.regex.Pattern;

/**
 * Data that may be kept equally long, and so shares a key: a retention rule of the purpose register, such as
 * {@code account} or {@code tax-records}.
 */
public record RetentionClass(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public RetentionClass {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A retention class has the key of a retention rule of the purpose register, such as tax-records.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
