package org.privacypromise.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody tries links, from addresses that no other test uses. */
@QuarkusTest
class LinkBudgetIT {

    private static final int BURST = 100;

    @TestHTTPResource
    URI service;

    @Test
    void one_address_opens_a_hundred_links_at_once_and_not_many_more() throws Exception {
        try (HttpClient flooder = from("127.0.0.31");
                HttpClient other = from("127.0.0.32")) {
            // When, by both kinds of links, which share the budget
            HttpResponse<String> first = get(flooder, "/u/forged");
            assertThat(first.statusCode()).isEqualTo(404);
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"links\";q=100;w=20");
            assertThat(first.headers().firstValue("RateLimit")).hasValue("\"links\";r=99;t=20");
            HttpResponse<String> refused = first;
            for (int i = 0; i < 3 * BURST && refused.statusCode() != 429; i++) {
                refused = i % 2 == 0 ? get(flooder, "/c/forged") : post(flooder, "/c/forged", "Confirm=Yes");
            }

            // Then
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"links\";r=0;t=1");
            assertThat(refused.body()).contains("urn:privacy-promise:problem:too-many-links", "open the link again");

            // And nobody else is kept from anything, nor this address from opting out
            assertThat(get(other, "/u/forged").statusCode()).isEqualTo(404);
            HttpResponse<String> optOut = post(flooder, "/u/forged", "List-Unsubscribe=One-Click");
            assertThat(optOut.statusCode()).isEqualTo(404);
            assertThat(optOut.headers().firstValue("RateLimit-Policy")).hasValue("\"opt-outs\";q=10000;w=50");
            assertThat(optOut.headers().allValues("RateLimit")).isEqualTo(List.of("\"opt-outs\";r=9999;t=50"));
        }
    }

    private static HttpClient from(String address) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient client, String path, String form) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.getPort() + path));
    }
}
