package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    Path folder;

    @Test
    void the_highest_version_is_active_unless_a_file_names_another() throws IOException {
        TestKeys.add(folder, 9);
        TestKeys.add(folder, 10);
        KeyFolder keys = KeyFolder.open(folder);
        assertThat(keys.current().active()).isEqualTo(10);
        assertThat(keys.current().versions()).containsExactly(10, 9);

        TestKeys.activate(folder, 9);
        keys.reload();
        assertThat(keys.current().active()).isEqualTo(9);
        assertThat(keys.current().versions()).containsExactly(9, 10);
    }

    @Test
    void files_of_other_names_are_left_alone() throws IOException {
        TestKeys.add(folder, 1);
        Files.writeString(folder.resolve("README"), "not a key");
        Files.writeString(folder.resolve("01.key"), "not a key either");

        assertThat(KeyFolder.open(folder).current().versions()).containsExactly(1);
    }

    @Test
    void a_folder_that_is_missing_or_empty_is_refused() {
        assertThatThrownBy(() -> KeyFolder.open(folder.resolve("missing")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("mount it");
        assertThatThrownBy(() -> KeyFolder.open(folder)).hasMessageContaining("holds no key");
    }

    @Test
    void a_key_of_another_length_is_refused_without_being_shown() throws IOException {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
        TestKeys.write(folder.resolve("1.key"), shortKey);

        assertThatThrownBy(() -> KeyFolder.open(folder))
                .hasMessageContaining("1.key")
                .hasMessageContaining("16 bytes instead of 32")
                .hasMessageNotContaining(shortKey);
    }

    @Test
    void a_key_that_is_not_base64_is_refused_without_being_shown() throws IOException {
        TestKeys.write(folder.resolve("1.key"), "correct horse battery staple");

        assertThatThrownBy(() -> KeyFolder.open(folder))
                .hasMessageContaining("1.key is not base64")
                .hasMessageNotContaining("horse")
                .hasNoCause();
    }

    @Test
    void a_key_that_everybody_can_read_is_refused() throws IOException {
        Path key = TestKeys.add(folder, 1);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> KeyFolder.open(folder))
                .hasMessageContaining("1.key")
                .hasMessageContaining("chmod o-rwx");
    }

    @Test
    void a_key_that_is_no_file_is_refused() throws IOException {
        Path key = Files.createDirectory(folder.resolve("1.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> KeyFolder.open(folder))
                .hasMessageContaining("1.key")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void an_active_file_that_names_no_key_is_refused() throws IOException {
        TestKeys.add(folder, 1);
        TestKeys.activate(folder, 2);

        assertThatThrownBy(() -> KeyFolder.open(folder)).hasMessageContaining("must name one of the key versions [1]");
    }

    @Test
    void a_folder_that_breaks_later_leaves_the_keys_as_they_were() throws IOException {
        TestKeys.add(folder, 1);
        KeyFolder keys = KeyFolder.open(folder);
        TestKeys.write(folder.resolve("2.key"), "broken");

        assertThatThrownBy(keys::reload).isInstanceOf(IllegalStateException.class);

        assertThat(keys.current().versions()).containsExactly(1);
        assertThatThrownBy(() -> keys.current().key(2, "AES")).hasMessageContaining("put 2.key back");
    }
}
