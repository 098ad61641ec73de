package org.privacypromise.requests.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema of the documents in which systems hand over data; it lies in each package, too. */
final class SubjectDataSchema {

    static final String NAME = "schema/subject-data.schema.json";

    private SubjectDataSchema() {}

    static byte[] bytes() {
        try (InputStream schema = SubjectDataSchema.class.getResourceAsStream("/" + NAME)) {
            return Objects.requireNonNull(schema, NAME).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
