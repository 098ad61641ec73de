package org.privacypromise.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no register give one clear fault, and none of them can harm. */
class RegisterLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void a_copy_of_the_default_register_loads_equal_to_it() throws IOException {
        Path copy = folder.resolve("register.yaml");
        try (InputStream shipped = RegisterLoader.class.getResourceAsStream("/privacy/purpose-register.yaml")) {
            Files.copy(shipped, copy);
        }

        assertThat(RegisterLoader.load(copy)).isEqualTo(RegisterLoader.loadDefault());
    }

    @Test
    void what_is_not_yaml_gives_one_fault_with_its_line() {
        assertThatFaultsOf("version: 1.0.0\nbrands: [main\nchannels: [email]\n")
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(3))
                .satisfies(fault -> assertThat(fault.problem()).startsWith("This is not YAML: "));
    }

    @Test
    void an_empty_file_a_list_and_two_documents_are_no_register() {
        assertThatFaultsOf("").singleElement().satisfies(RegisterLoaderTest::saysNoRegister);
        assertThatFaultsOf("# nothing\n").singleElement().satisfies(RegisterLoaderTest::saysNoRegister);
        assertThatFaultsOf("- a\n- b\n").singleElement().satisfies(RegisterLoaderTest::saysNoRegister);
        assertThatFaultsOf("version: 1\n---\nversion: 2\n")
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @Test
    void aliases_are_refused_so_that_a_small_file_stays_small() {
        assertThatFaultsOf("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2))
                .satisfies(fault -> assertThat(fault.remedy()).isEqualTo("Write the value out."));
    }

    @Test
    void deep_nesting_is_refused() {
        assertThatFaultsOf("a: " + "[".repeat(5_000) + "]".repeat(5_000)).hasSize(1);
    }

    @Test
    void a_tag_never_constructs_anything() {
        assertThatFaultsOf("version: !!java.net.URL [\"http://127.0.0.1/\"]\n")
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(1))
                .satisfies(fault -> assertThat(fault.problem()).contains("tag is not allowed"));
    }

    @Test
    void control_characters_are_refused() {
        assertThatFaultsOf("version: \u0007\n")
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).startsWith("This is not YAML"));
    }

    @Test
    void a_file_that_is_missing_a_folder_too_large_or_not_utf_8_is_refused() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        Path latin = Files.write(folder.resolve("latin"), "name: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problemOf(folder.resolve("missing"))).contains("cannot be read (NoSuchFileException)");
        assertThat(problemOf(folder)).contains("cannot be read");
        assertThat(problemOf(large)).contains("larger than 1 MiB");
        assertThat(problemOf(latin)).contains("not UTF-8");
    }

    private static ListAssert<Fault> assertThatFaultsOf(String yaml) {
        var refusal = assertThatExceptionOfType(InvalidRegisterException.class)
                .isThrownBy(() -> RegisterLoader.parse("test.yaml", yaml))
                .actual();
        return assertThat(refusal.faults());
    }

    private static String problemOf(Path path) {
        return assertThatExceptionOfType(InvalidRegisterException.class)
                .isThrownBy(() -> RegisterLoader.load(path))
                .actual()
                .getMessage();
    }

    private static void saysNoRegister(Fault fault) {
        assertThat(fault.problem()).isEqualTo("The file holds no register.");
    }
}
