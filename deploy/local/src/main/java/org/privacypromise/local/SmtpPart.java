package org.privacypromise.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import org.privacypromise.teststack.SmtpServer;

/** The program that accepts all mail and shows it in a page, so that nothing ever reaches a real mailbox. */
final class SmtpPart {

    private SmtpPart() {}

    public static void main(String[] arguments) throws IOException {
        Logs.from(Level.WARNING);
        Site site = Site.in(Path.of(arguments[0]));
        SmtpServer smtp = SmtpServer.start(site.ports().of("smtp-incoming"));
        Inbox.serve(smtp, site.ports().of(Parts.SMTP));
    }
}
