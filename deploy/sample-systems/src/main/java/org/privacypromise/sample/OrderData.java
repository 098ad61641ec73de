package org.privacypromise.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * What orders tell about people. It is known by customer ID only: who asks by a contact point alone has no order here.
 *
 * <p>An invoice is kept whole or not at all, for one with a piece missing proves nothing.
 */
final class OrderData implements SubjectData {

    private static final List<String> ON_AN_INVOICE = List.of(
            "user.name", "user.contact.address", "user.unique_id", "user.payment", "user.behavior.purchase_history");

    private static final String OF_THEM = " FROM invoice WHERE customer_id = ANY (?)";
    private static final String DELIVERED =
            " FROM delivery JOIN invoice USING (order_reference) WHERE customer_id = ANY (?)";

    private final OrderBook orders;

    OrderData(OrderBook orders) {
        this.orders = orders;
    }

    @Override
    public void prepare() throws SQLException {
        orders.prepare();
    }

    @Override
    public void export(Connection connection, Task task, SubjectDocument document) throws SQLException, IOException {
        List<String> who = task.customerIds();
        String byYou = "given by you with your orders";
        String fromOrders = "follows from your orders";
        document.add(
                connection,
                "user.unique_id",
                "given to you at your first order",
                "SELECT DISTINCT customer_id AS \"customer ID\"" + OF_THEM,
                who);
        document.add(connection, "user.name", byYou, "SELECT DISTINCT name AS \"name on the invoice\"" + OF_THEM, who);
        document.add(
                connection,
                "user.contact.email",
                byYou,
                "SELECT DISTINCT email AS \"e-mail address\"" + DELIVERED,
                who);
        document.add(
                connection,
                "user.contact.phone_number",
                byYou,
                "SELECT DISTINCT phone AS \"phone number\"" + DELIVERED + " AND phone IS NOT NULL",
                who);
        document.add(connection, "user.contact.address", byYou, """
                WITH theirs AS (SELECT *%s)
                SELECT address AS "address", 'invoice' AS "used for" FROM theirs
                UNION SELECT delivery.address, 'delivery' FROM delivery JOIN theirs USING (order_reference)
                ORDER BY 2 DESC, 1""".formatted(OF_THEM), who);
        document.add(connection, "user.payment", fromOrders, """
                SELECT order_reference AS "order", sum((item ->> 'price')::numeric) AS "amount"
                FROM invoice, jsonb_array_elements(items) AS item WHERE customer_id = ANY (?)
                GROUP BY order_reference, ordered_on ORDER BY ordered_on, order_reference""", who);
        document.add(connection, "user.behavior.purchase_history", fromOrders, """
                SELECT order_reference AS "order", ordered_on AS "ordered on",
                       item ->> 'product' AS "product", item ->> 'price' AS "price"
                FROM invoice, jsonb_array_elements(items) WITH ORDINALITY AS entry (item, position)
                WHERE customer_id = ANY (?) ORDER BY ordered_on, order_reference, position""", who);
    }

    @Override
    public Erasure erase(Connection connection, Task task, LocalDate today) throws SQLException {
        boolean keeps = ON_AN_INVOICE.stream()
                .allMatch(category -> task.retentionOf(category).isPresent());
        int erased = keeps ? eraseButInvoices(connection, task, today) : eraseAll(connection, task);
        try (var select = connection.prepareStatement("SELECT max(keep_until)" + OF_THEM)) {
            bind(connection, select, task);
            ResultSet left = select.executeQuery();
            left.next();
            String until = left.getString(1);
            return until == null ? new Erasure(erased > 0, List.of()) : new Erasure(true, kept(task, until));
        }
    }

    private static List<TaskAnswer.Kept> kept(Task task, String until) {
        return ON_AN_INVOICE.stream()
                .flatMap(category -> task.retentionOf(category).stream()
                        .map(retention -> new TaskAnswer.Kept(category, retention, until)))
                .toList();
    }

    private static int eraseButInvoices(Connection connection, Task task, LocalDate today) throws SQLException {
        try (var delete = connection.prepareStatement("""
                DELETE FROM delivery USING invoice
                WHERE delivery.order_reference = invoice.order_reference AND customer_id = ANY (?)""");
                var mark =
                        connection.prepareStatement("UPDATE invoice SET erased = true WHERE customer_id = ANY (?)")) {
            bind(connection, delete, task);
            bind(connection, mark, task);
            int erased = delete.executeUpdate() + mark.executeUpdate();
            deleteOver(connection, today);
            return erased;
        }
    }

    private static int eraseAll(Connection connection, Task task) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE" + OF_THEM)) {
            bind(connection, delete, task);
            return delete.executeUpdate();
        }
    }

    /** An invoice that came after the erasure counts, and so does whatever belongs to the delivery of an old one. */
    @Override
    public long leftovers(Connection connection, Task task) throws SQLException {
        boolean keeps = ON_AN_INVOICE.stream()
                .allMatch(category -> task.retentionOf(category).isPresent());
        return SubjectData.count(
                connection,
                "SELECT count(*) FROM invoice LEFT JOIN delivery USING (order_reference) WHERE customer_id = ANY (?)"
                        + (keeps ? " AND (NOT erased OR delivery.order_reference IS NOT NULL)" : ""),
                task.customerIds());
    }

    @Override
    public boolean release(Connection connection, Task task) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE" + OF_THEM + " AND erased")) {
            bind(connection, delete, task);
            return delete.executeUpdate() > 0;
        }
    }

    @Override
    public void letGo(Connection connection, LocalDate today) throws SQLException {
        deleteOver(connection, today);
    }

    private static void deleteOver(Connection connection, LocalDate today) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM invoice WHERE erased AND keep_until < ?")) {
            delete.setDate(1, Date.valueOf(today));
            delete.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Task task) throws SQLException {
        statement.setArray(
                1, connection.createArrayOf("text", task.customerIds().toArray()));
    }
}
