package org.privacypromise.preferences.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.Tokens;

/** A body that is answered while it comes: neither its length nor a slow reader costs memory. */
@QuarkusTest
class StreamIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int LINES = 300_000;
    private static final int PIECE = 1000;
    private static final String LINE =
            "{\"customerId\":\"nobody\",\"purpose\":\"marketing-main\",\"channel\":\"email\",\"brand\":\"main\"}\n";

    private static final String LINE_OF_A_CONTACT_POINT = LINE.replace("customerId", "contactRef");

    @TestHTTPResource("/")
    URL service;

    @Inject
    AnswerLines answering;

    @Inject
    AgroalDataSource database;

    @Test
    void a_reader_who_is_slow_slows_the_sender_down_and_gets_every_line_in_its_order() throws Exception {
        try (Client client = new Client()) {
            // Given a sender who sends on and on, and reads nothing
            AtomicLong sent = new AtomicLong();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < LINES / PIECE; i++) {
                    client.send(LINE.repeat(PIECE));
                    sent.addAndGet(PIECE);
                }
                client.finish();
            });

            // When nothing moves any more
            AtomicLong before = new AtomicLong(-1);
            await().atMost(SOON)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> before.getAndSet(sent.get()) == sent.get() && sent.get() > 0);

            // Then few lines have been taken, and fewer are in memory
            assertThat(sent.get()).isLessThan(LINES / 2);
            assertThat(answering.atWork()).isLessThanOrEqualTo(most());

            // And when it is read, all of them are answered
            long highest = 0;
            for (long number = 1; number <= LINES; number++) {
                assertThat(client.answer()).startsWith("{\"line\":" + number + ",\"allowed\":false,");
                highest = Math.max(highest, answering.atWork());
            }
            assertThat(client.answer()).isNull();
            assertThat(highest).isLessThanOrEqualTo(most());
            sender.join();
        }
        await().atMost(SOON).until(() -> answering.atWork() == 0);
    }

    @Test
    void who_waits_for_each_answer_gets_it() throws Exception {
        try (Client client = new Client()) {
            for (int number = 1; number <= 20; number++) {
                client.send(LINE);
                assertThat(client.answer()).startsWith("{\"line\":" + number + ",");
            }
            client.finish();
            assertThat(client.answer()).isNull();
        }
    }

    @Test
    void whoever_hangs_up_leaves_nothing_behind() throws Exception {
        try (Client client = new Client()) {
            client.send(LINE.repeat(5000));
            assertThat(client.answer()).isNotNull();
        }
        await().atMost(SOON).until(() -> answering.atWork() == 0);
    }

    @Test
    void when_the_database_fails_on_the_way_the_answer_breaks_off() throws Exception {
        try (Client client = new Client()) {
            client.send(LINE_OF_A_CONTACT_POINT);
            assertThat(client.answer()).isNotNull();

            run("ALTER TABLE suppression RENAME TO suppression_away");
            try {
                client.send(LINE_OF_A_CONTACT_POINT);
                assertThat(client.restIsWhole()).isFalse();
            } finally {
                run("ALTER TABLE suppression_away RENAME TO suppression");
            }
        }
    }

    @Test
    void when_the_database_fails_from_the_beginning_it_says_so() throws Exception {
        run("ALTER TABLE suppression RENAME TO suppression_away");
        try (Client client = new Client()) {
            client.send(LINE_OF_A_CONTACT_POINT);
            client.finish();
            assertThat(client.status()).isEqualTo(503);
            assertThat(client.everything()).contains(":temporarily-unavailable").doesNotContain("true");
        } finally {
            run("ALTER TABLE suppression_away RENAME TO suppression");
        }
    }

    @Test
    void a_database_that_hangs_is_not_waited_for() throws Exception {
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement();
                Client client = new Client()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE suppression IN ACCESS EXCLUSIVE MODE");
            client.send(LINE_OF_A_CONTACT_POINT);
            client.finish();
            assertThat(client.status()).isEqualTo(503);
            holder.rollback();
        }
    }

    private static long most() {
        return (AnswerLines.BATCHES_AHEAD + 1L) * IncomingLines.MOST;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Speaks HTTP/1.1 by itself, so that it can read and write when it wants. */
    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket();
        private final OutputStream out;
        private final BufferedReader in;
        private final List<String> lines = new ArrayList<>();
        private int status;
        private boolean whole;

        Client() throws IOException {
            socket.setReceiveBufferSize(16 * 1024);
            socket.setSendBufferSize(16 * 1024);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            out = socket.getOutputStream();
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String token =
                    Tokens.forService("preferences-service").system("marketing").sign();
            write("POST /send-checks HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void send(String text) {
            write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void finish() {
            write("0\r\n\r\n");
        }

        private void write(String text) {
            try {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        int status() throws IOException {
            if (status == 0) {
                status = Integer.parseInt(in.readLine().split(" ", -1)[1]);
                while (!in.readLine().isEmpty()) {
                    // a header
                }
            }
            return status;
        }

        /** The next line of the answer; null after its end. */
        String answer() throws IOException {
            assertThat(status()).isEqualTo(200);
            while (lines.isEmpty()) {
                String length = in.readLine();
                if (length == null || length.equals("0")) {
                    whole = length != null;
                    return null;
                }
                char[] chunk = new char[Integer.parseInt(length, 16)];
                for (int read = 0; read < chunk.length; ) {
                    read += in.read(chunk, read, chunk.length - read);
                }
                in.readLine();
                new String(chunk).lines().filter(line -> !line.isBlank()).forEach(lines::add);
            }
            return lines.removeFirst();
        }

        boolean restIsWhole() throws IOException {
            try {
                while (answer() != null) {
                    assertThat(lines).noneMatch(line -> line.contains("true"));
                }
            } catch (java.net.SocketException reset) {
                return false;
            }
            return whole;
        }

        String everything() throws IOException {
            char[] text = new char[2000];
            int length = in.read(text);
            return new String(text, 0, length);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
