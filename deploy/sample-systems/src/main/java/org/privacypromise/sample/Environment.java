package org.privacypromise.sample;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables: nothing else configures a system. What is missing or wrong is said by name. */
record Environment(Map<String, String> variables) {

    /** The message tells the operator what to set; it never holds a value. */
    static final class WrongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongException(String message) {
            super(message);
        }
    }

    String text(String name) {
        @Nullable String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new WrongException("Set the environment variable " + name + ".");
        }
        return value;
    }

    String text(String name, String otherwise) {
        return variables.getOrDefault(name, otherwise);
    }

    /** A port; 0 takes a free one. */
    int port(String name) {
        try {
            int port = Integer.parseInt(text(name));
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongException("The environment variable " + name + " must be a port, 0 to 65535.");
    }

    URI address(String name) {
        String value = text(name);
        if (!value.matches("https?://[^\\s]+")) {
            throw new WrongException("The environment variable " + name + " must be an http or https address.");
        }
        return URI.create(value);
    }

    Path file(String name) {
        return Path.of(text(name));
    }
}
