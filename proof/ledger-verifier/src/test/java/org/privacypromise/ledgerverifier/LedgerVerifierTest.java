package org.privacypromise.ledgerverifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over an export as the service writes it: whole it is found whole, and whatever is done to it shows. */
class LedgerVerifierTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String KEYS = RESOURCES.resolve("keys.json").toString();
    private static final String HEADS = RESOURCES.resolve("heads.json").toString();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(RESOURCES.resolve("ledger.ndjson")));
    }

    @Test
    void a_ledger_as_it_was_written_is_whole() throws IOException {
        assertThat(verify("--keys", KEYS, "--heads", HEADS)).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("8 records of 4 subjects", "Newest head: 2", "signed, by key 1");
    }

    @Test
    void so_is_one_subjects_part_of_it() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(RESOURCES.resolve("ledger-of-c-1.ndjson")));

        assertThat(verify("--keys", KEYS)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("4 records of c:c-1 alone");
    }

    @Test
    void without_keys_it_says_that_signatures_were_not_checked() throws IOException {
        assertThat(verify()).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("NOT checked");
    }

    @Test
    void an_empty_ledger_is_whole_too() throws IOException {
        lines = List.of(
                "{\"type\":\"ledger\",\"format\":\"privacy-promise-ledger/1\",\"scope\":\"all\"}",
                "{\"type\":\"end\",\"records\":0,\"heads\":0}");

        assertThat(verify("--keys", KEYS)).isZero();
    }

    @Test
    void the_first_record_that_was_altered_is_named_with_its_line() throws IOException {
        lines.replaceAll(line -> line.replace("\"language\":\"fr\"", "\"language\":\"de\""));

        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("line 7: record 5 (c:c-1, version 4) is not what was recorded");
    }

    @Test
    void any_single_character_that_is_changed_is_found() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String file : List.of("ledger.ndjson", "ledger-of-c-1.ndjson")) {
            List<String> whole = Files.readAllLines(RESOURCES.resolve(file));
            for (int round = 0; round < 400; round++) {
                // The first line is about the export, and signed by nobody.
                int line = 1 + random.nextInt(whole.size() - 1);
                int at = random.nextInt(whole.get(line).length());
                char other = (char) (' ' + random.nextInt(95));
                if (whole.get(line).charAt(at) == other) {
                    continue;
                }
                StringBuilder changed = new StringBuilder(whole.get(line));
                changed.setCharAt(at, other);
                lines = new ArrayList<>(whole);
                lines.set(line, changed.toString());

                assertThat(verify("--keys", KEYS))
                        .as("seed %d, %s, line %d: %s", seed, file, line + 1, changed)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void any_line_that_is_left_out_doubled_or_exchanged_is_found() throws IOException {
        List<String> whole = List.copyOf(lines);
        for (int i = 0; i < whole.size() - 1; i++) {
            lines = new ArrayList<>(whole);
            lines.remove(i);
            assertThat(verify()).as("without line %d", i + 1).isEqualTo(1);

            lines = new ArrayList<>(whole);
            lines.add(i, whole.get(i));
            assertThat(verify()).as("line %d twice", i + 1).isEqualTo(1);

            lines = new ArrayList<>(whole);
            Collections.swap(lines, i, i + 1);
            assertThat(verify()).as("lines %d and %d exchanged", i + 1, i + 2).isEqualTo(1);
        }
    }

    @Test
    void a_record_is_missed_even_if_all_counts_are_made_to_fit() throws IOException {
        // Given: the only record of c:c-3 is gone, so that no chain is broken
        lines.removeIf(line -> line.contains("\"key\":\"c:c-3\""));
        lines.replaceAll(line -> line.replace("\"records\":8", "\"records\":7"));

        // Then
        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("head 2 covers 5 records up to 8; here are 4");
    }

    @Test
    void records_whose_time_is_over_may_be_gone_but_not_their_hashes() throws IOException {
        // Given: all of c:c-3, and the first two of c:c-1
        releaseLine(1);
        releaseLine(5);
        releaseLine(7);

        // Then
        assertThat(verify("--keys", KEYS)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("5 records of 3 subjects", "3 more were erased");
        lines.remove(7);
        assertThat(verify()).isEqualTo(1);
    }

    @Test
    void a_record_from_the_middle_cannot_pass_as_one_whose_time_was_over() throws IOException {
        releaseLine(6);

        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("record 7 (c:c-1, version 7) does not follow version 3");
    }

    @Test
    void a_subjects_part_that_begins_later_says_so() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(RESOURCES.resolve("ledger-of-c-1.ndjson")));
        lines.remove(2);
        lines.replaceAll(line -> line.replace("\"records\":4", "\"records\":3"));

        assertThat(verify("--keys", KEYS)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("which is not here");
    }

    private void releaseLine(int index) {
        RecordLine record = RecordLine.of(JsonText.object(lines.get(index)));
        lines.set(index, "{\"type\":\"released\",\"id\":%d,\"hash\":\"%s\"}".formatted(record.id(), record.hash()));
    }

    @Test
    void hashes_that_are_made_anew_no_longer_fit_the_signed_head() throws IOException {
        // Given
        String altered = lines.get(8).replace("\"allowed\":false", "\"allowed\":true");
        RecordLine forged = RecordLine.of(JsonText.object(altered));
        lines.set(8, altered.replace(forged.hash().hex(), forged.computed().hex()));

        // Then
        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("head 2 was signed over other records");
    }

    @Test
    void a_head_of_another_key_is_refused() throws IOException {
        Path others = Files.writeString(
                folder.resolve("keys.json"),
                Files.readString(Path.of(KEYS))
                        .replaceFirst("\"x\":\"[^\"]+\"", "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\""));
        Path none = Files.writeString(
                folder.resolve("other-id.json"),
                Files.readString(Path.of(KEYS)).replace("\"kid\":\"1\"", "\"kid\":\"2\""));

        assertThat(verify("--keys", others.toString())).isEqualTo(1);
        assertThat(error()).contains("head 1 has a signature that is not of key 1");
        assertThat(verify("--keys", none.toString())).isEqualTo(1);
        assertThat(error()).contains("not among the given ones");
    }

    @Test
    void a_ledger_that_was_cut_back_is_caught_by_whoever_kept_its_heads() throws IOException {
        // Given: everything since the first head is gone
        lines = new ArrayList<>(lines.subList(0, 5));
        lines.add("{\"type\":\"end\",\"records\":3,\"heads\":1}");

        // Then
        assertThat(verify("--keys", KEYS)).isZero();
        assertThat(verify("--keys", KEYS, "--heads", HEADS)).isEqualTo(1);
        assertThat(error()).contains("ends before head 2");
    }

    @Test
    void a_head_that_is_not_the_kept_one_is_found() throws IOException {
        Path kept = Files.writeString(
                folder.resolve("heads.json"), Files.readString(Path.of(HEADS)).replaceFirst("\"jws\":\"", "$0x"));

        assertThat(verify("--heads", kept.toString())).isEqualTo(1);
        assertThat(error()).contains("head 1 is not the one that was kept");
    }

    @Test
    void records_under_no_head_are_found() throws IOException {
        lines.remove(lines.size() - 2);
        lines.replaceAll(line -> line.replace("\"heads\":2", "\"heads\":1"));

        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("5 records at the end are under no signed head");
    }

    @Test
    void a_download_that_was_cut_off_is_found() throws IOException {
        lines.removeLast();

        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("cut off");
    }

    @Test
    void a_record_of_somebody_else_does_not_pass_as_a_subjects() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(RESOURCES.resolve("ledger-of-c-1.ndjson")));
        lines.set(0, lines.getFirst().replace("c:c-1", "c:c-2"));

        assertThat(verify()).isEqualTo(1);
        assertThat(error()).contains("is another subject's");
    }

    @Test
    void what_cannot_be_checked_at_all_is_told_apart_from_what_is_broken() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("one", "two")).isEqualTo(2);
        assertThat(run("--keys")).isEqualTo(2);
        assertThat(run("file", "--unknown")).isEqualTo(2);
        assertThat(run(folder.resolve("missing").toString())).isEqualTo(2);
        assertThat(verify("--keys", folder.resolve("missing").toString())).isEqualTo(2);
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"keys\":[]}");
        assertThat(verify("--keys", empty.toString())).isEqualTo(2);
        assertThat(error()).contains("no Ed25519 key");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(run(binary.toString())).isEqualTo(2);
    }

    private int verify(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of(Files.write(folder.resolve("ledger.ndjson"), lines).toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new LedgerVerifier(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
