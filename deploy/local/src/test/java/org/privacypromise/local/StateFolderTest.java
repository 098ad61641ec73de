package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void two_commands_at_once_do_not_mix() {
        StateFolder state = new StateFolder(folder);

        assertThatThrownBy(() -> state.exclusively(() -> state.exclusively(() -> "never")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Another command");
        assertThat(state.exclusively(() -> "afterwards")).isEqualTo("afterwards");
    }

    @Test
    void a_disk_without_room_is_refused_with_what_is_needed() {
        assertThatThrownBy(() -> new StateFolder(folder).requireRoom(Long.MAX_VALUE))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("MB left");
    }

    @Test
    void a_folder_that_is_no_stack_s_is_never_deleted() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");

        new StateFolder(folder).delete();

        assertThat(letter).exists();
    }

    @Test
    void a_link_out_of_the_folder_is_deleted_without_what_it_leads_to() throws IOException {
        // Given
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path letter = Files.writeString(outside.resolve("letter.txt"), "dear");
        Path state = Files.createDirectory(folder.resolve("state"));
        Ports.of(state.resolve("ports.properties")).save();
        Files.createSymbolicLink(state.resolve("lib"), outside);

        // When
        new StateFolder(state).delete();

        // Then
        assertThat(state).doesNotExist();
        assertThat(letter).exists();
    }
}
