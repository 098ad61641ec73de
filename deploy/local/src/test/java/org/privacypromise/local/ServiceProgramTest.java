package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProgramTest {

    @TempDir
    private Path target;

    @Test
    void the_jar_runs_on_the_jvm() throws IOException {
        jar(1);

        assertThat(ServiceProgram.in(target).command(64, Map.of()).line()).contains("-jar", "-Xmx64m");
    }

    @Test
    void a_native_program_that_was_built_later_runs_by_itself() throws IOException {
        jar(1);
        Path runner = runner(2);

        assertThat(ServiceProgram.in(target).command(64, Map.of()).line())
                .containsExactly(runner.toString(), "-Xmx64m");
    }

    @Test
    void a_native_program_of_old_sources_does_not() throws IOException {
        runner(1);
        jar(2);

        assertThat(ServiceProgram.in(target).compiled()).isFalse();
    }

    private void jar(long at) throws IOException {
        Path jar = target.resolve("quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.setLastModifiedTime(Files.createFile(jar), FileTime.fromMillis(at));
    }

    private Path runner(long at) throws IOException {
        Path runner = target.resolve("identity-service-1.0.0-SNAPSHOT-runner");
        Files.createFile(runner, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return Files.setLastModifiedTime(runner, FileTime.fromMillis(at));
    }
}
