package org.privacypromise.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The inbox as a page for people: readable at phone width, by keyboard and by screen reader. */
final class InboxPage {

    /** In text that is escaped already; a full stop or a bracket behind a link is not of it. */
    private static final Pattern LINK = Pattern.compile("https?://(?:(?!&(?:lt|gt|quot);)\\S)+(?<![.,:!?)\\]])");

    private InboxPage() {}

    /**
     * The page that shows these mails in this order.
     *
     * @param to whose mails they are; empty if they are everybody's
     */
    static String of(List<Mail> mails, Optional<String> to) {
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
            form { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem; }
            label { flex: 1 1 14rem; }
            input { display: block; width: 100%%; }
            input, button { font: inherit; min-height: 2.75rem; padding: 0 .75rem; box-sizing: border-box; }
            article { border: 1px solid; border-radius: .5rem; padding: 0 1rem 1rem; margin: 1rem 0; }
            h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
            dd { margin: 0; overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            iframe { width: 100%%; height: 20rem; border: 1px solid; background: white; }
            summary { padding: .5rem 0; }
            @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { font-weight: bold; } }
            </style>
            </head>
            <body>
            <main>
            <h1>Inbox of the local stack</h1>
            <form action="/" role="search">
            <label>Mail to <input type="email" name="to" value="%2$s" placeholder="everybody" autocomplete="off"></label>
            <button>Show</button>
            </form>
            <p>%3$s</p>
            %4$s
            </main>
            </body>
            </html>
            """.formatted(
                        mails.size(),
                        escape(to.orElse("")),
                        to.map(address ->
                                        "Every mail to %s since the suite started, the newest first: %d. <a href=\"/\">Show everybody's</a>"
                                                .formatted(escape(address), mails.size()))
                                .orElseGet(() ->
                                        "Every mail that the suite has sent since it started, the newest first: %d. None has left this machine."
                                                .formatted(mails.size())),
                        mails.stream().map(InboxPage::article).collect(Collectors.joining()));
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
                        recipient(mail),
                        linked(escape(mail.text())),
                        html(mail),
                        mail.headers().stream().map(InboxPage::header).collect(Collectors.joining()),
                        escape(mail.source()));
    }

    private static String recipient(Mail mail) {
        return mail.recipients().size() == 1
                ? "<a href=\"/?to=%s\">%s</a>"
                        .formatted(
                                URLEncoder.encode(mail.recipients().getFirst(), StandardCharsets.UTF_8),
                                escape(mail.to()))
                : escape(mail.to());
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll(link -> "<a href=\"$0\" rel=\"noreferrer\" target=\"_blank\">$0</a>");
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
