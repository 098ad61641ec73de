package org.privacypromise.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the services of the suite in the name of this system. */
final class SuiteClient {

    // The clear-text upgrade to HTTP/2 that is tried otherwise would hold up a body until the server has agreed to it.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AccessTokens tokens;

    SuiteClient(AccessTokens tokens) {
        this.tokens = tokens;
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(
                request.header("Authorization", "Bearer " + tokens.current()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 401) {
            tokens.discard();
        }
        return response;
    }

    HttpResponse<byte[]> postJson(URI address, Object body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body))));
    }

    /** An address of the service that is reached here. */
    static URI at(URI service, String path) {
        return URI.create(service.toString().replaceFirst("/+$", "") + path);
    }
}
