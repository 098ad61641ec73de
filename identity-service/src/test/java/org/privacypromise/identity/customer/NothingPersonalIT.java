package org.privacypromise.identity.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.KeycloakAdmin;
import org.privacypromise.teststack.Tokens;

/** A canary walks through everything the service can do; afterwards it must be found nowhere but encrypted. */
@QuarkusTest
@RealParts
class NothingPersonalIT {

    private static final String CANARY = "canary-7c1e";

    KeycloakAdmin keycloak;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler everything = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            StringBuilder text = new StringBuilder(String.valueOf(entry.getMessage()));
            if (entry.getParameters() != null) {
                text.append(List.of(entry.getParameters()));
            }
            for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                text.append('\n').append(cause);
            }
            logged.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(everything);
    }

    @AfterEach
    void stop_listening() {
        Logger.getLogger("").removeHandler(everything);
        keycloak.readOnly(false);
    }

    @Test
    void the_canary_is_in_no_table_no_event_and_no_log() throws SQLException {
        // Given every way through the service, good and bad
        String email = CANARY + "@example.org";
        Response bought = Shop.buy("canary-1", email);
        bought.then().statusCode(201);
        Shop.buy("canary-1", CANARY + "@other.example.org").then().statusCode(422);
        Shop.buy("canary-2", CANARY + " is no address").then().statusCode(422);
        Shop.buy(CANARY + "@example.org", email).then().statusCode(422);
        String account = keycloak.register(email, true);
        keycloak.readOnly(true);
        Shop.link(account, bought.path("linkToken")).then().statusCode(202);
        Shop.me(account).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.forService("identity-service")
                        .role("customer-care")
                        .sign())
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"EMAIL\",\"value\":\"" + email + "\"}")
                .post("/customers/by-contact-point")
                .then()
                .statusCode(200);

        // Then
        assertThat(IdentityEvents.of(bought.path("customerId"), 4)).hasSize(4);
        assertThat(IdentityEvents.all())
                .allSatisfy(event -> assertThat(event.toString() + new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain(CANARY));
        assertThat(everyRow())
                .hasSizeGreaterThan(5)
                .anySatisfy(row -> assertThat(row).contains(bought.<String>path("customerId")))
                .noneSatisfy(row -> assertThat(row).contains(CANARY))
                .noneSatisfy(row -> assertThat(row).contains(hex(CANARY)));
        assertThat(logged).isNotEmpty().noneSatisfy(line -> assertThat(line).contains(CANARY));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> everyRow() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database, user, user);
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT table_schema || '.' || table_name"
                    + " FROM information_schema.tables WHERE table_schema IN ('public', 'subject_keys')")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (found.next()) {
                        rows.add(table + found.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
