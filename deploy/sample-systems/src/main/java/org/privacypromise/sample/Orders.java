package org.privacypromise.sample;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;

/** {@code POST /orders} takes an order, {@code GET /orders?customerId=} shows a customer's. */
final class Orders {

    private static final String CUSTOMER = "customerId=";

    private final OrderBook book;

    Orders(OrderBook book) {
        this.book = book;
    }

    /** The same order twice is one order. */
    HttpApi.Answer take(HttpExchange request) throws Exception {
        Order order = RequestBody.read(
                request,
                Order.class,
                "{customerId, orderReference, customer: {name, email, phone, address}, items: [{product, price}],"
                        + " orderedOn}");
        OrderView held = book.add(order);
        if (!held.equals(OrderView.of(order))) {
            throw new Problem(
                    "order-differs",
                    409,
                    "There is another order with this reference",
                    "Use a reference of its own for each order. What is there was not changed.");
        }
        return HttpApi.Answer.of(201, held);
    }

    HttpApi.Answer show(HttpExchange request) throws Exception {
        String query = String.valueOf(request.getRequestURI().getRawQuery());
        if (!query.matches(CUSTOMER + "[A-Za-z0-9._~-]{1,128}")) {
            throw Problem.malformed("Send the query customerId with a customer ID.");
        }
        return HttpApi.Answer.of(200, Map.of("orders", book.of(query.substring(CUSTOMER.length()))));
    }
}
