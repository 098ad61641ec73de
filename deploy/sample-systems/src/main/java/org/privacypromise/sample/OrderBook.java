package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All orders. What tax law wants kept and what only the delivery needed lie apart from the first day on. */
final class OrderBook {

    private static final String SELECT = """
            SELECT order_reference, customer_id, ordered_on, keep_until, name, invoice.address, email, phone, items
            FROM invoice LEFT JOIN delivery USING (order_reference) WHERE\s""";

    private final DataSource database;

    OrderBook(DataSource database) {
        this.database = database;
    }

    void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS invoice (
                        order_reference text    PRIMARY KEY,
                        customer_id     text    NOT NULL,
                        name            text    NOT NULL,
                        address         text    NOT NULL,
                        items           jsonb   NOT NULL,
                        ordered_on      date    NOT NULL,
                        keep_until      date    NOT NULL,
                        erased          boolean NOT NULL DEFAULT false
                    );
                    CREATE INDEX IF NOT EXISTS invoice_by_customer ON invoice (customer_id);
                    CREATE TABLE IF NOT EXISTS delivery (
                        order_reference text PRIMARY KEY REFERENCES invoice ON DELETE CASCADE,
                        email           text NOT NULL,
                        phone           text,
                        address         text NOT NULL
                    )""");
        }
    }

    /** Adds it unless it is there; what it returns is what is held under this reference then. */
    OrderView add(Order order) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (addInvoice(connection, order)) {
                addDelivery(connection, order);
            }
            connection.commit();
            return find(connection, "order_reference = ?", order.orderReference())
                    .getFirst();
        }
    }

    private static boolean addInvoice(Connection connection, Order order) throws SQLException, JsonProcessingException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO invoice (order_reference, customer_id, name, address, ordered_on, keep_until, items)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING""")) {
            insert.setString(1, order.orderReference());
            insert.setString(2, order.customerId());
            insert.setString(3, order.customer().name());
            insert.setString(4, order.customer().address());
            insert.setDate(5, Date.valueOf(order.orderedOn()));
            insert.setDate(6, Date.valueOf(order.invoiceKeptUntil()));
            insert.setString(7, Json.MAPPER.writeValueAsString(order.items()));
            return insert.executeUpdate() == 1;
        }
    }

    private static void addDelivery(Connection connection, Order order) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO delivery (order_reference, email, phone, address) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, order.orderReference());
            insert.setString(2, order.customer().email());
            insert.setString(3, order.customer().phone());
            insert.setString(4, order.customer().address());
            insert.executeUpdate();
        }
    }

    List<OrderView> of(String customerId) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection()) {
            return find(connection, "customer_id = ? ORDER BY ordered_on, order_reference", customerId);
        }
    }

    private static List<OrderView> find(Connection connection, String condition, String value)
            throws SQLException, JsonProcessingException {
        try (var select = connection.prepareStatement(SELECT + condition)) {
            select.setString(1, value);
            ResultSet row = select.executeQuery();
            var found = new ArrayList<OrderView>();
            while (row.next()) {
                found.add(new OrderView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new OrderView.Customer(row.getString(5), row.getString(7), row.getString(8), row.getString(6)),
                        List.of(Json.MAPPER.readValue(row.getString(9), Order.Item[].class)),
                        row.getString(4)));
            }
            return found;
        }
    }
}
