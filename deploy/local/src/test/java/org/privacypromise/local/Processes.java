package org.privacypromise.local;

import java.nio.file.Path;
import java.util.List;

/** What runs on this machine. */
final class Processes {

    private Processes() {}

    /** The command lines of everything that names this folder. */
    static List<String> of(Path folder) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }
}
