package org.privacypromise.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * The documents that are to be uploaded, in parts: neither writing nor reading one has more than a part of it in memory.
 *
 * <p>A document is stored before it is uploaded, so that whoever has to upload it once more sends the same bytes, whatever
 * has become of the data meanwhile.
 */
final class TaskDocuments {

    private static final int PART = 65_536;

    private final DataSource database;

    TaskDocuments(DataSource database) {
        this.database = database;
    }

    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS task_document (
                        task_id text  NOT NULL,
                        part    int   NOT NULL,
                        bytes   bytea NOT NULL,
                        PRIMARY KEY (task_id, part)
                    )""");
        }
    }

    /** In the caller's transaction. */
    static void delete(Connection connection, String taskId) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM task_document WHERE task_id = ?")) {
            delete.setString(1, taskId);
            delete.executeUpdate();
        }
    }

    /** In the caller's transaction; complete when it is closed. */
    static OutputStream write(Connection connection, String taskId) throws SQLException {
        delete(connection, taskId);
        var insert = connection.prepareStatement("INSERT INTO task_document (task_id, part, bytes) VALUES (?, ?, ?)");
        return new BufferedOutputStream(new Parts(insert, taskId), PART);
    }

    long size(String taskId) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT coalesce(sum(length(bytes)), 0) FROM task_document WHERE task_id = ?")) {
            select.setString(1, taskId);
            ResultSet found = select.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    InputStream read(String taskId) throws IOException {
        try {
            return new Content(database.getConnection(), taskId);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** One row for each write. */
    private static final class Parts extends OutputStream {

        private final PreparedStatement insert;
        private final String taskId;
        private int next;

        Parts(PreparedStatement insert, String taskId) {
            this.insert = insert;
            this.taskId = taskId;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                insert.setString(1, taskId);
                insert.setInt(2, next++);
                insert.setBytes(3, Arrays.copyOfRange(bytes, from, from + length));
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                insert.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    private static final class Content extends InputStream {

        private final Connection connection;
        private final String taskId;
        private byte[] part = {};
        private int position;
        private int next;

        Content(Connection connection, String taskId) {
            this.connection = connection;
            this.taskId = taskId;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (position == part.length && !fetch()) {
                return -1;
            }
            int read = Math.min(length, part.length - position);
            System.arraycopy(part, position, target, from, read);
            position += read;
            return read;
        }

        private boolean fetch() throws IOException {
            try (var select =
                    connection.prepareStatement("SELECT bytes FROM task_document WHERE task_id = ? AND part = ?")) {
                select.setString(1, taskId);
                select.setInt(2, next++);
                ResultSet found = select.executeQuery();
                position = 0;
                part = found.next() ? found.getBytes(1) : new byte[0];
                return part.length > 0;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
