package org.privacypromise.subjecttasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where requests-service takes what a system holds about a subject. */
@Path("/tasks/{id}/data")
@OidcClientFilter
interface TaskDataClient {

    /** Fails with an {@link UploadException} unless requests-service has this document now; it is sent as it is. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> put(@PathParam("id") String taskId, String document);

    /** Only requests-service itself can say that a task is closed; a proxy's 404 is no problem document. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        JsonNode problem = Problems.read(response);
        String type = problem.path("type").asText();
        return switch (response.getStatus() + " " + type.substring(type.lastIndexOf(':') + 1)) {
            case "404 not-found", "409 task-closed" -> new UploadException.Closed();
            case "409 already-uploaded" -> repeated(problem.path("sha256"));
            default -> new UploadException("requests-service answered " + response.getStatus());
        };
    }

    private static UploadException repeated(JsonNode digest) {
        return digest.isTextual()
                ? new UploadException.Repeated(digest.asText())
                : new UploadException("requests-service has another upload and does not say which");
    }

    /** Problem documents (RFC 9457). */
    final class Problems {

        private static final ObjectMapper JSON = new ObjectMapper();

        private Problems() {}

        private static JsonNode read(Response response) {
            MediaType type = response.getMediaType();
            if (type == null || !type.getSubtype().equals("problem+json")) {
                return JSON.createObjectNode();
            }
            try {
                return JSON.readTree(response.readEntity(String.class));
            } catch (JsonProcessingException e) {
                return JSON.createObjectNode();
            }
        }
    }
}
