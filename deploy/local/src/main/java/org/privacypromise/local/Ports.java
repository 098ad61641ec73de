package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Which part listens where, on the loopback interface. The file in the state folder is written at the first start and
 * may be edited: that is how a port that another program needs is moved.
 */
final class Ports {

    private static final Map<String, Integer> STANDARD = standard();

    private final Path file;
    private final Map<String, Integer> ports;

    private Ports(Path file, Map<String, Integer> ports) {
        this.file = file;
        this.ports = ports;
    }

    private static Map<String, Integer> standard() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("postgresql", 15432);
        ports.put("kafka", 19092);
        ports.put("kafka-controller", 19093);
        ports.put("smtp", 8025);
        ports.put("smtp-incoming", 1025);
        ports.put("keycloak", 8180);
        ports.put("identity", 8081);
        ports.put("identity-health", 9081);
        ports.put("preferences", 8082);
        ports.put("preferences-health", 9082);
        ports.put("requests", 8083);
        ports.put("requests-health", 9083);
        ports.put("fraud-check", 8084);
        ports.put("fraud-check-health", 9084);
        ports.put("orders", 8091);
        ports.put("marketing", 8092);
        return ports;
    }

    /** The ports this file says, the standard ones where it says nothing. */
    static Ports of(Path file) {
        Properties written = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                written.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, Integer> ports = new LinkedHashMap<>(STANDARD);
        ports.replaceAll((name, port) -> number(file, name, written.getProperty(name, port.toString())));
        return new Ports(file, ports);
    }

    /** Ports that no program uses now, for a stack beside another one. */
    static Ports free(Path file) {
        Map<String, Integer> ports = new LinkedHashMap<>(STANDARD);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (var port : ports.entrySet()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                port.setValue(socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(file, ports);
    }

    private static int number(Path file, String name, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new StackException(file + ": the port of " + name + " must be a number from 1 to 65535");
    }

    /** The port with this name; a part's own name is its first port. */
    int of(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no part has a port named " + name);
        }
        return port;
    }

    /** Everything this part listens on. */
    List<Integer> allOf(String part) {
        return ports.entrySet().stream()
                .filter(port -> port.getKey().equals(part) || port.getKey().startsWith(part + "-"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Makes sure that this part can listen.
     *
     * @throws StackException if another program has one of its ports
     */
    void requireFree(String part) {
        obstacle(part).ifPresent(why -> {
            throw new StackException(why);
        });
    }

    /** Which program is in the way of this part, and the way out; empty if it can listen. */
    Optional<String> obstacle(String part) {
        return allOf(part).stream()
                .filter(port -> !free(port))
                .map(port -> inUse(port, part))
                .findFirst();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String inUse(int port, String part) {
        return OtherStack.on(port, part)
                .map(state -> "Port %d is in use by another stack, whose state is in %s, and %s needs it. %s"
                        .formatted(port, state, part, wayOut("Stop that stack (./suite down)", part)))
                .orElseGet(() -> "Port %d is in use by another program, and %s needs it. %s"
                        .formatted(port, part, wayOut("Stop that program", part)));
    }

    /** What to do about a port that this part cannot have. */
    String wayOut(String others, String part) {
        return "%s, or give %s another port in %s.".formatted(others, part, file);
    }

    /** Writes the file unless it is there already. */
    void save() {
        if (Files.exists(file)) {
            return;
        }
        String text = ports.entrySet().stream()
                .map(port -> port.getKey() + "=" + port.getValue() + "\n")
                .collect(Collectors.joining("", "# Which part listens where. Edit while the stack is down.\n", ""));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
