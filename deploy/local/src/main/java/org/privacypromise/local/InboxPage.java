package org.privacypromise.local;

import java.util.List;
import java.util.stream.Collectors;

/** The inbox as a page for people: the newest mail first, readable at phone width, by keyboard and by screen reader. */
final class InboxPage {

    private InboxPage() {}

    static String of(List<Mail> mails) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Inbox (%1$d)</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 45rem; margin: 0 auto; padding: 1rem; }
            article { border: 1px solid; border-radius: .5rem; padding: 0 1rem 1rem; margin: 1rem 0; }
            h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
            dd { margin: 0; overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            iframe { width: 100%%; height: 20rem; border: 1px solid; background: white; }
            summary { padding: .5rem 0; }
            </style>
            </head>
            <body>
            <main>
            <h1>Inbox of the local stack</h1>
            <p>Every mail that the suite has sent since it started: %1$d. None has left this machine.</p>
            %2$s
            </main>
            </body>
            </html>
            """.formatted(
                mails.size(), mails.reversed().stream().map(InboxPage::article).collect(Collectors.joining()));
    }

    private static String article(Mail mail) {
        return """
                <article aria-labelledby="mail-%1$d">
                <h2 id="mail-%1$d">%2$s</h2>
                <dl><dt>From</dt><dd>%3$s</dd><dt>To</dt><dd>%4$s</dd></dl>
                <pre>%5$s</pre>
                %6$s
                <details><summary>Headers</summary><dl>%7$s</dl></details>
                <details><summary>Source</summary><pre>%8$s</pre></details>
                </article>
                """.formatted(
                        mail.number(),
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(mail.to()),
                        escape(mail.text()),
                        html(mail),
                        mail.headers().stream().map(InboxPage::header).collect(Collectors.joining()),
                        escape(mail.source()));
    }

    private static String html(Mail mail) {
        return mail.html().isEmpty()
                ? ""
                : "<details><summary>As HTML</summary><iframe sandbox title=\"The mail as HTML\" srcdoc=\"%s\"></iframe></details>"
                        .formatted(escape(mail.html()));
    }

    private static String header(Mail.HeaderLine header) {
        return "<dt>%s</dt><dd>%s</dd>".formatted(escape(header.name()), escape(header.value()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
