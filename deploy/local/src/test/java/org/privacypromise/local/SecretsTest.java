package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_password_stays_the_same_once_made() {
        String first = new Secrets(folder).password("client/orders");

        assertThat(new Secrets(folder).password("client/orders")).isEqualTo(first);
    }

    @Test
    void no_two_passwords_are_equal() {
        Secrets secrets = new Secrets(folder);

        assertThat(secrets.password("client/orders")).isNotEqualTo(secrets.password("client/marketing"));
    }

    @Test
    void a_password_is_long_and_needs_no_quoting_in_a_shell_a_url_or_sql() {
        assertThat(new Secrets(folder).password("user/customer")).matches("[A-Za-z0-9]{24}");
    }

    @Test
    void a_key_has_256_bits() throws IOException {
        Path keys = new Secrets(folder).keys("wrapping/identity");

        assertThat(Base64.getDecoder().decode(Files.readString(keys.resolve("1.key"))))
                .hasSize(32);
    }

    @Test
    void only_the_owner_can_read_a_secret_or_list_them() throws IOException {
        Path file = new Secrets(folder.resolve("secrets")).passwordFile("client/orders");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_secret_travels_in_a_variable_named_after_it() {
        assertThat(Secrets.variable("client/identity-service")).isEqualTo("SECRET_CLIENT_IDENTITY_SERVICE");
    }
}
