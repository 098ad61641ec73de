package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.local.LocalStack;

/** What the retailer's own systems are told by the shop: orders, and entries of competitions. */
record Shop(LocalStack stack) {

    /** Somebody's order, with a product that names nobody else's. */
    record Order(String reference, String product) {

        static Order random() {
            String random = UUID.randomUUID().toString().substring(0, 8);
            return new Order("order-" + random, "Scarf no. " + random);
        }
    }

    Order order(String customerId, String email) {
        Order order = Order.random();
        Response answer = given().contentType("application/json")
                .body(Map.of(
                        "customerId",
                        customerId,
                        "orderReference",
                        order.reference(),
                        "customer",
                        Map.of("name", "A. Customer", "email", email, "address", "1 Example Street, London"),
                        "items",
                        List.of(Map.of("product", order.product(), "price", new BigDecimal("19.99"))),
                        "orderedOn",
                        LocalDate.of(2026, 11, 20).toString()))
                .post(stack.url("orders") + "/orders");
        assertThat(answer.statusCode()).isEqualTo(201);
        return order;
    }

    Response ordersOf(String customerId) {
        return given().queryParam("customerId", customerId).get(stack.url("orders") + "/orders");
    }

    /** Somebody without an account enters a competition. */
    Response enter(String email, String competition, String answer) {
        return given().contentType("application/json")
                .body(Map.of(
                        "contactPoint",
                        Map.of("email", email),
                        "competition",
                        competition,
                        "name",
                        "A. Guest",
                        "answer",
                        answer))
                .post(stack.url("marketing") + "/entries");
    }
}
