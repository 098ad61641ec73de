package org.privacypromise.requests.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schemas of the documents in a package; they lie in it, too. */
enum PackageSchema {
    /** What a system hands over. */
    SUBJECT_DATA("schema/subject-data.schema.json"),
    /** What a person takes to somebody else (GDPR Art. 20). */
    PORTABILITY("schema/portability.schema.json");

    private final String file;

    PackageSchema(String file) {
        this.file = file;
    }

    /** Where it lies in a package. */
    String file() {
        return file;
    }

    byte[] bytes() {
        try (InputStream schema = PackageSchema.class.getResourceAsStream("/" + file)) {
            return Objects.requireNonNull(schema, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
