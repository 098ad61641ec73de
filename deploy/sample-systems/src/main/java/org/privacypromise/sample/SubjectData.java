package org.privacypromise.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Some of what this system holds about people. Everything happens in the caller's transaction. */
interface SubjectData {

    /** What an erasure did. */
    record Erasure(boolean heldAnything, List<TaskAnswer.Kept> kept) {}

    void prepare() throws SQLException;

    /** Adds all that is held about the task's person, in words that the person understands. */
    void export(Connection connection, Task task, SubjectDocument document) throws SQLException, IOException;

    /** Erases all of it but what the task allows to be kept, and has to be. */
    Erasure erase(Connection connection, Task task, LocalDate today) throws SQLException;

    /** How much is there that an erasure would take; nothing is changed. */
    long leftovers(Connection connection, Task task) throws SQLException;

    /** Erases what an erasure has kept of this person, because the time for that is over. */
    default boolean release(Connection connection, Task task) throws SQLException {
        return false;
    }

    /** Erases what was kept until yesterday. */
    default void letGo(Connection connection, LocalDate today) throws SQLException {}

    /** @param count a query with one parameter, a list of texts */
    static long count(Connection connection, String count, List<String> whose) throws SQLException {
        try (var select = connection.prepareStatement(count)) {
            select.setArray(1, connection.createArrayOf("text", whose.toArray()));
            ResultSet found = select.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }
}
