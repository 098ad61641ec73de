package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The way of a choice to every system, as the customer sees it. */
final class Propagation {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Storefront storefront;

    Propagation(Storefront storefront) {
        this.storefront = storefront;
    }

    /** Waits until both systems have the newest version in force, and tells how long each has taken. */
    String reachesEverySystem() {
        JsonPath seen = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(java.io.IOException.class)
                .until(
                        () -> answered(storefront.preferences()).jsonPath(),
                        state -> state.getInt("propagation.done") == state.getInt("propagation.of")
                                && state.getInt("propagation.of") > 0);
        assertThat(seen.getInt("propagation.of")).isEqualTo(2);
        List<Map<String, Object>> systems = seen.getList("propagation.systems");
        return seen.getString("propagation.text") + " "
                + systems.stream()
                        .map(system -> "%s after %s ms".formatted(system.get("system"), system.get("tookMillis")))
                        .collect(Collectors.joining(", "));
    }

    private static Response answered(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }
}
