package org.privacypromise.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A stack of somebody's that runs on this machine, seen by the folder in which its parts write temporary files. */
final class OtherStack {

    private static final String TEMPORARY = "-Djava.io.tmpdir=";

    private OtherStack() {}

    /** The state folder of the stack whose part of this name listens on this port. */
    static Optional<Path> on(int port, String part) {
        String folder = "/tmp/" + part;
        return ProcessHandle.allProcesses()
                .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
                .filter(argument -> argument.startsWith(TEMPORARY) && argument.endsWith(folder))
                .map(argument -> argument.substring(TEMPORARY.length(), argument.length() - folder.length()))
                .map(Path::of)
                .filter(state -> uses(state, port, part))
                .findFirst();
    }

    private static boolean uses(Path state, int port, String part) {
        try {
            return Ports.of(state.resolve("ports.properties")).allOf(part).contains(port);
        } catch (StackException e) {
            return false;
        }
    }
}
