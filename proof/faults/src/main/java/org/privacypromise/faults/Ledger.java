package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.faults.history.Entry;
import org.privacypromise.faults.history.Invariant;
import org.privacypromise.faults.history.Violation;
import org.privacypromise.ledgerverifier.LedgerVerifier;

/**
 * The ledger as somebody has it who fetches it after each round: checks it offline, and that it still has every head that
 * was signed before.
 */
final class Ledger {

    private final PreferencesApi api;
    private final Path folder;
    private final List<JsonNode> keptHeads = new ArrayList<>();
    private String export = "";

    Ledger(PreferencesApi api, Path folder) {
        this.api = api;
        this.folder = folder;
    }

    /** Fetches it anew; what is wrong with it, if something is. */
    Optional<Violation> fetchAndVerify() {
        export = api.ledger();
        Path file = folder.resolve("ledger.ndjson");
        Path keys = folder.resolve("ledger-keys.json");
        Path heads = folder.resolve("ledger-heads.json");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Files.writeString(file, export);
            Files.writeString(keys, api.ledgerKeys());
            Files.writeString(heads, PreferencesApi.write(Map.of("heads", keptHeads)));
            int code = new LedgerVerifier(out, out)
                    .run(List.of(file.toString(), "--keys", keys.toString(), "--heads", heads.toString()));
            keepHeads();
            return code == 0
                    ? Optional.empty()
                    : Optional.of(new Violation(
                            Invariant.I8_LEDGER_VERIFIES,
                            "all",
                            said.toString(StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepHeads() {
        long newest =
                keptHeads.isEmpty() ? 0 : keptHeads.getLast().path("sequence").asLong();
        api.headsAfter(newest).forEach(keptHeads::add);
    }

    /** The records of the last fetch, in their order, by key. */
    Map<String, List<Entry>> entries() {
        Map<String, List<Entry>> entries = new HashMap<>();
        export.lines()
                .filter(line -> !line.isBlank())
                .map(PreferencesApi::parse)
                .filter(line -> line.path("type").asText().equals("record"))
                .forEach(line -> entries.computeIfAbsent(line.path("key").asText(), key -> new ArrayList<>())
                        .add(entry(line)));
        return entries;
    }

    private static Entry entry(JsonNode line) {
        Map<Cell, Boolean> changes = new HashMap<>();
        line.path("changes")
                .forEach(change -> changes.put(
                        PreferencesApi.cell(change), change.path("allowed").asBoolean()));
        return new Entry(
                line.path("version").asLong(), Mark.number(line.path("language").asText()), changes);
    }
}
