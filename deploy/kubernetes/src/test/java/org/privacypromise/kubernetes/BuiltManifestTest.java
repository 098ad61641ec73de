package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltManifestTest {

    @Test
    void two_builds_that_differ_in_their_order_alone_are_the_same() {
        // Given
        String one = """
                kind: Service
                metadata: { name: a, labels: { x: "1", y: "0" } }
                spec: { ports: [{ name: management, port: 2 }, { name: http, port: 1 }] }
                ---
                kind: Deployment
                spec: { image: docker.io/privacy-promise/a:latest, args: [z, b] }
                """;
        String other = """
                kind: Deployment
                spec: { args: [z, b], image: privacy-promise/a:latest }
                ---
                kind: Service
                spec: { ports: [{ port: 1, name: http }, { port: 2, name: management }] }
                metadata: { labels: { y: "0", x: "1" }, name: a }
                """;

        // When, Then
        assertThat(BuiltManifest.inOrder("a", one)).isEqualTo(BuiltManifest.inOrder("a", other));
    }

    @Test
    void what_has_no_name_keeps_its_order() {
        assertThat(BuiltManifest.inOrder("a", "kind: Pod\nargs: [z, b]\n")).contains("- z\n  - b");
    }
}
