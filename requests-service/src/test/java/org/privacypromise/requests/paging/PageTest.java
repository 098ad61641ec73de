package org.privacypromise.requests.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void the_last_page_has_no_next_one() {
        Page<String> page = Page.of(List.of(1, 2), 2, String::valueOf, last -> "after=" + last);

        assertThat(page.items()).containsExactly("1", "2");
        assertThat(page.link()).isEmpty();
    }

    @Test
    void a_page_before_it_says_where_to_go_on() {
        Page<String> page = Page.of(List.of(1, 2, 3), 2, String::valueOf, last -> "after=" + last);

        assertThat(page.items()).containsExactly("1", "2");
        assertThat(page.link()).contains("<?after=2>; rel=\"next\"");
    }
}
