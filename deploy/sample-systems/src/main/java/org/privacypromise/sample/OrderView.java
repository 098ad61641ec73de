package org.privacypromise.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is held.
 *
 * @param invoiceKeptUntil the last day on which the invoice may be needed
 */
record OrderView(
        String orderReference,
        String customerId,
        String orderedOn,
        Customer customer,
        List<Order.Item> items,
        String invoiceKeptUntil) {

    /** Whoever has asked for erasure has neither e-mail address nor phone number here any more. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Customer(
            String name, @Nullable String email, @Nullable String phone, String address) {}

    static OrderView of(Order order) {
        Order.Customer customer = order.customer();
        return new OrderView(
                order.orderReference(),
                order.customerId(),
                order.orderedOn(),
                new Customer(customer.name(), customer.email(), customer.phone(), customer.address()),
                order.items(),
                order.invoiceKeptUntil().toString());
    }

    @Override
    public String toString() {
        return "OrderView[hidden]";
    }
}
