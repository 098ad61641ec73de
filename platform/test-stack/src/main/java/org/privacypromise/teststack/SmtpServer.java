package org.privacypromise.teststack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A real SMTP server on the loopback interface that accepts mail for anybody and keeps it in memory to be read. */
public final class SmtpServer implements AutoCloseable {

    private final GreenMail server;

    private SmtpServer(GreenMail server) {
        this.server = server;
    }

    /** Starts on this port; 0 takes a free one. */
    public static SmtpServer start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new SmtpServer(server);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Everything received so far, oldest first. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void close() {
        server.stop();
    }
}
