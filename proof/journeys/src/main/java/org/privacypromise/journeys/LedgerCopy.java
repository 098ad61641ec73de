package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.ledgerverifier.LedgerVerifier;
import org.privacypromise.local.LocalStack;

/** The ledger of consent in the hands of somebody who trusts nobody. */
final class LedgerCopy {

    private final LocalStack stack;
    private String export = "";
    private String keys = "";

    LedgerCopy(LocalStack stack) {
        this.stack = stack;
    }

    /** What the verifier said, and how it ended. */
    record Finding(int exitCode, String said) {}

    LedgerCopy fetch() {
        String operator = stack.deskSignIn()
                .person("operator@example.org", stack.secret("user/operator"))
                .access();
        Response whole = given().auth()
                .oauth2(operator)
                .header("X-Purpose", "a regulator asks")
                .get(stack.url("preferences") + "/ledger/export");
        assertThat(whole.statusCode()).isEqualTo(200);
        export = whole.asString();
        keys = given().get(stack.url("preferences") + "/ledger/keys").asString();
        return this;
    }

    /** Turns the first word around that is recorded about this subject. */
    LedgerCopy alter(String key) {
        String altered = export.lines()
                .map(line -> line.contains('"' + key + '"') ? turnedAround(line) : line)
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(altered).isNotEqualTo(export);
        export = altered;
        return this;
    }

    private static String turnedAround(String line) {
        return line.contains("\"allowed\":true")
                ? line.replaceFirst("\"allowed\":true", "\"allowed\":false")
                : line.replaceFirst("\"allowed\":false", "\"allowed\":true");
    }

    Finding verify() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Path ledgerFile = Files.createTempFile("ledger", ".ndjson");
            Path keyFile = Files.createTempFile("ledger-keys", ".json");
            try {
                Files.writeString(ledgerFile, export);
                Files.writeString(keyFile, keys);
                int code =
                        new LedgerVerifier(out, out).run(List.of(ledgerFile.toString(), "--keys", keyFile.toString()));
                return new Finding(code, said.toString(StandardCharsets.UTF_8).strip());
            } finally {
                Files.delete(ledgerFile);
                Files.delete(keyFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
