package org.privacypromise.identity.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.privacypromise.teststack.SmtpServer;

/**
 * A real SMTP server behind a line that can be cut: between us and it, a proxy passes every line on, unless it is told to
 * be away, to refuse somebody, or to lose the server's word that a mail was taken.
 */
public final class MailServer implements AutoCloseable {

    private final SmtpServer server = SmtpServer.start(0);
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wordsToLose = new AtomicInteger();
    private ServerSocket line;

    MailServer() throws IOException {
        line = listen(0);
        port = line.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Everything received for this address so far, oldest first. */
    public List<MimeMessage> to(String address) {
        return server.received().stream().filter(mail -> isTo(mail, address)).toList();
    }

    /** The same, once there are this many. */
    public List<MimeMessage> to(String address, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> to(address), mails -> mails.size() >= count);
    }

    public List<MimeMessage> all() {
        return server.received();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cuts every connection and listens no more, or listens again. */
    public void away(boolean isAway) {
        try {
            if (isAway) {
                line.close();
                open.forEach(MailServer::close);
            } else if (line.isClosed()) {
                line = listen(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says 550 to mail for this address from now on. */
    public void refuse(String address) {
        refused.add(address);
    }

    /** Takes the next mails, and cuts the connection instead of saying so. */
    public void loseWords(int count) {
        wordsToLose.set(count);
    }

    public void reset() {
        away(false);
        refused.clear();
        wordsToLose.set(0);
    }

    private ServerSocket listen(int atPort) throws IOException {
        ServerSocket listening = new ServerSocket(atPort, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    open.add(client);
                    Thread.ofVirtual().start(() -> pass(client));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return listening;
    }

    private void pass(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            AtomicBoolean letterEnded = new AtomicBoolean();
            Thread.ofVirtual().start(() -> answers(behind, client, letterEnded));
            BufferedReader lines = reader(client);
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                String text = said;
                if (text.startsWith("RCPT TO") && refused.stream().anyMatch(text::contains)) {
                    write(client, "550 5.1.1 no such mailbox as in " + text);
                    continue;
                }
                letterEnded.set(text.equals("."));
                write(behind, text);
            }
        } catch (IOException e) {
            // The connection is over.
        } finally {
            open.remove(client);
        }
    }

    private void answers(Socket behind, Socket client, AtomicBoolean letterEnded) {
        try {
            BufferedReader lines = reader(behind);
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                if (letterEnded.get() && wordsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    close(client);
                    return;
                }
                write(client, said);
            }
        } catch (IOException e) {
            // The connection is over.
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.close();
    }
}
