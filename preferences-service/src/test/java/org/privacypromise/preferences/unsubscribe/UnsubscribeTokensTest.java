package org.privacypromise.preferences.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.personaldata.keys.KeyFolders;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

class UnsubscribeTokensTest {

    @TempDir
    Path keys;

    private final KeyFolders folders = new KeyFolders();
    private final UnsubscribeToken token = new UnsubscribeToken("1.Zm9v", "marketing-main", "email", "main");

    @Test
    void a_link_is_one_https_address_and_the_field_that_says_one_click() throws IOException {
        addKey(1);

        UnsubscribeLink link = tokens(null).linkFor(token);

        assertThat(link.mailto()).isNull();
        assertThat(link.url().toString()).startsWith("https://preferences.example/u/");
        assertThat(link.headers())
                .hasSize(2)
                .containsEntry("List-Unsubscribe", "<" + link.url() + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    @Test
    void where_there_is_a_mailbox_the_same_token_can_be_sent_there() throws IOException {
        addKey(1);

        UnsubscribeLink link = tokens("unsubscribe@example.com").linkFor(token);

        String text = link.url().getPath().substring("/u/".length());
        assertThat(link.mailto()).isEqualTo(URI.create("mailto:unsubscribe@example.com?subject=" + text));
        assertThat(link.headers())
                .containsEntry("List-Unsubscribe", "<" + link.url() + ">, <" + link.mailto() + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    @Test
    void old_mail_keeps_working_when_our_key_is_renewed_and_a_new_mailer_gets_the_new_one() throws IOException {
        addKey(1);
        String old = tokens(null).linkFor(token).url().getPath().substring(3);
        assertThat(tokens(null).activeVersion()).isEqualTo(1);

        addKey(2);
        KeyFolders afterwards = new KeyFolders();
        UnsubscribeTokens renewed = tokens(null, afterwards);

        assertThat(renewed.activeVersion()).isEqualTo(2);
        assertThat(renewed.read(old)).contains(token);
        assertThat(renewed.linkFor(token).url().getPath()).isNotEqualTo("/u/" + old);
    }

    private UnsubscribeTokens tokens(@Nullable String mailbox) {
        return tokens(mailbox, folders);
    }

    private UnsubscribeTokens tokens(@Nullable String mailbox, KeyFolders opened) {
        UnsubscribeConfig config = new UnsubscribeConfig() {
            @Override
            public URI baseUrl() {
                return URI.create("https://preferences.example");
            }

            @Override
            public Optional<String> mailbox() {
                return Optional.ofNullable(mailbox);
            }
        };
        return new UnsubscribeTokens(config, opened, keys);
    }

    private void addKey(int version) throws IOException {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) version);
        Path file = Files.writeString(
                keys.resolve(version + ".key"), Base64.getEncoder().encodeToString(key));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
