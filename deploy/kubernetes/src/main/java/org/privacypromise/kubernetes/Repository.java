package org.privacypromise.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sources, wherever this program is started in them. */
record Repository(Path root) {

    /** @throws IllegalStateException if this is not started inside the sources */
    static Repository here() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("suite")) && Files.isDirectory(folder.resolve("deploy"))) {
                return new Repository(folder);
            }
        }
        throw new IllegalStateException("start this inside the sources of the suite");
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    boolean has(String file) {
        return Files.exists(root.resolve(file));
    }

    void write(String file, String content) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
