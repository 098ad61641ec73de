package org.privacypromise.sample;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a customer ordered, as the checkout reports it. */
record Order(String customerId, String orderReference, Customer customer, List<Item> items, String orderedOn) {

    /** How long tax law wants an invoice kept after the end of the year to which it belongs. */
    private static final int YEARS_FOR_TAX = 6;

    Order {
        Require.customerId(customerId);
        Require.that(
                orderReference != null && orderReference.matches("[A-Za-z0-9._~-]{1,64}"),
                "orderReference must be a number of an order");
        Require.that(customer != null, "customer must hold name, email and address");
        Require.that(
                items != null
                        && !items.isEmpty()
                        && items.size() <= 100
                        && items.stream().allMatch(Objects::nonNull),
                "items must hold 1 to 100 items");
        Require.that(isDate(orderedOn), "orderedOn must be a date like 2026-01-31");
        items = List.copyOf(items);
    }

    /** For whom; the phone number is the customer's choice. */
    record Customer(String name, String email, @Nullable String phone, String address) {

        Customer {
            Require.text(name, 200, "customer.name must be a name");
            Require.that(ContactPoint.isAddress(email), "customer.email must be one e-mail address");
            Require.that(
                    phone == null || phone.matches("[+0-9 ()/-]{3,40}"),
                    "customer.phone must be a number or be left out");
            Require.text(address, 500, "customer.address must be an address");
        }

        @Override
        public String toString() {
            return "Customer[hidden]";
        }
    }

    /** What was sold for how much. */
    record Item(String product, BigDecimal price) {

        Item {
            Require.text(product, 200, "product must name what was sold");
            Require.that(
                    price != null
                            && price.signum() >= 0
                            && price.precision() <= 12
                            && price.scale() <= 2
                            && price.scale() >= -12,
                    "price must be an amount like 29.90");
            price = price.setScale(2);
        }
    }

    /** The last day on which its invoice may be needed. */
    LocalDate invoiceKeptUntil() {
        return LocalDate.of(LocalDate.parse(orderedOn).getYear() + YEARS_FOR_TAX, 12, 31);
    }

    private static boolean isDate(@Nullable String text) {
        try {
            return text != null && text.length() == 10 && LocalDate.parse(text).getYear() > 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
