package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InboxPageTest {

    @Test
    void what_a_mail_says_never_becomes_part_of_the_page() {
        Mail hostile = new Mail(
                1,
                "<script>1</script>",
                "a@example.org",
                "\"><script>2</script>",
                List.of(new Mail.HeaderLine("X-Header", "<script>3</script>")),
                "<script>4</script>",
                "<script>5</script>",
                "<script>6</script>");

        assertThat(InboxPage.of(List.of(hostile))).doesNotContain("<script").contains("&lt;script&gt;4");
    }

    @Test
    void the_newest_mail_comes_first() {
        String page = InboxPage.of(List.of(mail(1, "first"), mail(2, "second")));

        assertThat(page.indexOf("second")).isLessThan(page.indexOf("first"));
    }

    private static Mail mail(int number, String subject) {
        return new Mail(number, "from", "to", subject, List.of(), "text", "", "source");
    }
}
