package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxPageTest {

    @Test
    void what_a_mail_says_never_becomes_part_of_the_page() {
        Mail hostile = new Mail(
                1,
                "<script>1</script>",
                "a@example.org",
                List.of("\"><script>0</script>"),
                "\"><script>2</script>",
                List.of(new Mail.HeaderLine("X-Header", "<script>3</script>")),
                "<script>4</script> https://a.example/\"><script>5</script>",
                "<script>6</script>",
                "<script>7</script>");

        assertThat(InboxPage.of(List.of(hostile), Optional.of("\"><script>8</script>")))
                .doesNotContain("<script")
                .contains("&lt;script&gt;4");
    }

    @Test
    void mails_come_in_the_order_given() {
        String page = InboxPage.of(List.of(mail("Pears"), mail("Apples")), Optional.empty());

        assertThat(page.indexOf("Pears")).isPositive().isLessThan(page.indexOf("Apples"));
    }

    @Test
    void a_link_in_a_mail_can_be_followed_and_the_text_around_it_is_not_of_it() {
        String page =
                page("See https://shop.example/a?b=1&c=2. Or (http://localhost:8080/x/y), or <http://a.example/z>.");

        assertThat(page)
                .contains("href=\"https://shop.example/a?b=1&amp;c=2\"")
                .contains("href=\"http://localhost:8080/x/y\"")
                .contains("href=\"http://a.example/z\"");
    }

    @Test
    void nothing_but_a_web_address_becomes_a_link() {
        assertThat(page("javascript:alert(1) data:text/html,x file:///etc/passwd mailto:a@example.org"))
                .doesNotContain("target=\"_blank\"");
    }

    @Test
    void a_page_of_one_address_says_whose_it_is_and_leads_back_to_all() {
        assertThat(InboxPage.of(List.of(mail("hello")), Optional.of("a+b@example.org")))
                .contains("to a+b@example.org", "value=\"a+b@example.org\"", "<a href=\"/\">Show everybody's</a>");
    }

    private static String page(String text) {
        return InboxPage.of(
                List.of(new Mail(1, "from", "to", List.of(), "subject", List.of(), text, "", "source")),
                Optional.empty());
    }

    private static Mail mail(String subject) {
        return new Mail(1, "from", "to", List.of("a@example.org"), subject, List.of(), "text", "", "source");
    }
}
