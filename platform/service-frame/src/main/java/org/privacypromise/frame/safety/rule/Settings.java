package org.privacypromise.frame.safety.rule;

import java.util.Optional;

/** The settings of a service, by their names. */
@FunctionalInterface
public interface Settings {

    /** Empty if it is not set. */
    Optional<String> get(String name);

    default boolean has(String name, String value) {
        return get(name).filter(value::equalsIgnoreCase).isPresent();
    }
}
