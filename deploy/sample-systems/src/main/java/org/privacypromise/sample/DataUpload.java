package org.privacypromise.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;

/** Hands a document over to requests-service: {@code PUT /tasks/{taskId}/data}. */
final class DataUpload {

    /** What became of it. */
    sealed interface Reply {

        /** A document with this digest is there; the same bytes may be sent again. */
        record Taken(String digest) implements Reply {}

        /** Nobody waits for it any more: the request was withdrawn, or is over. */
        record Closed() implements Reply {}

        /** Sending it again would not help. */
        record Refused() implements Reply {}
    }

    private final URI requestsService;
    private final SuiteClient suite;
    private final TaskDocuments documents;

    DataUpload(URI requestsService, SuiteClient suite, TaskDocuments documents) {
        this.requestsService = requestsService;
        this.suite = suite;
        this.documents = documents;
    }

    /**
     * @param digest of the document that is stored for this task
     * @throws IOException if it may help to try again
     */
    Reply put(String taskId, String digest) throws IOException, InterruptedException, SQLException {
        var response = suite.send(HttpRequest.newBuilder(SuiteClient.at(requestsService, "/tasks/" + taskId + "/data"))
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .PUT(content(taskId)));
        int status = response.statusCode();
        if (status == 200 || status == 201) {
            return new Reply.Taken(digest);
        }
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            // Not from the service itself: a proxy's 404 closes no task.
            throw new IOException("the way to requests-service answered " + status);
        }
        JsonNode problem = Json.answer(response.body());
        return switch (problem.path("type").asText().replaceFirst("^.*:", "")) {
            case "not-found", "task-closed" -> new Reply.Closed();
            case "already-uploaded" -> new Reply.Taken(problem.path("sha256").asText());
            case "too-large", "unsupported-media-type", "not-subject-data" -> new Reply.Refused();
            default -> throw new IOException("requests-service answered " + status);
        };
    }

    private BodyPublisher content(String taskId) throws SQLException {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(taskId)), documents.size(taskId));
    }

    private InputStream open(String taskId) {
        try {
            return documents.read(taskId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
