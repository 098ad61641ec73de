package org.privacypromise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.sample.Order.Customer;
import org.privacypromise.sample.Order.Item;

class OrderTest {

    private static final Customer ADA = new Customer("Ada", "ada@example.org", null, "1 Main Street");
    private static final List<Item> ITEMS = List.of(new Item("Shirt", new BigDecimal("29.9")));

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2032-12-31", "2026-12-31, 2032-12-31", "2024-02-29, 2030-12-31"})
    void an_invoice_is_needed_until_the_end_of_the_sixth_year_after_its_own(String orderedOn, String until) {
        assertThat(new Order("1", "o-1", ADA, ITEMS, orderedOn).invoiceKeptUntil())
                .hasToString(until);
    }

    @Test
    void a_customer_does_not_show_by_accident() {
        assertThat(new Order("1", "o-1", ADA, ITEMS, "2026-01-31").toString()).doesNotContain("Ada", "ada", "Main");
    }

    @Test
    void an_amount_is_the_same_however_it_is_written() {
        assertThat(new Item("Shirt", new BigDecimal("30"))).isEqualTo(new Item("Shirt", new BigDecimal("30.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31.01.2026", "2026-02-30", "2026-1-1", "+12026-01-01"})
    void what_is_no_date_is_told_so_without_repeating_it(String orderedOn) {
        assertThatThrownBy(() -> new Order("1", "o-1", ADA, ITEMS, orderedOn))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orderedOn must be a date like 2026-01-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "1e1000000", "12345678901234"})
    void what_is_no_price_is_refused(BigDecimal price) {
        assertThatThrownBy(() -> new Item("Shirt", price)).hasMessageContaining("price must be an amount");
    }

    @Test
    void half_an_order_is_none() {
        assertThatThrownBy(() -> new Order("1", "o/1", ADA, ITEMS, "2026-01-31"))
                .hasMessageContaining("orderReference");
        assertThatThrownBy(() -> new Order("1", "o-1", ADA, List.of(), "2026-01-31"))
                .hasMessageContaining("items");
        assertThatThrownBy(() -> new Customer("", "ada@example.org", null, "1 Main Street"))
                .hasMessageContaining("customer.name");
        assertThatThrownBy(() -> new Customer("Ada", "ada", null, "1 Main Street"))
                .hasMessage("customer.email must be one e-mail address");
    }
}
