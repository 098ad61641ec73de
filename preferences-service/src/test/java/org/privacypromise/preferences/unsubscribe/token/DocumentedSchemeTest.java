package org.privacypromise.preferences.unsubscribe.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A mailer who has docs/unsubscribe.md and a JDK, and nothing of ours, makes links that work. */
public class DocumentedSchemeTest {

    private static final Path DOCUMENT = Path.of("../docs/unsubscribe.md");
    private static final byte[] OLD_KEY = "another key, thirty-two bytes ok".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OUR_KEY = "a key of thirty-two bytes length".getBytes(StandardCharsets.US_ASCII);

    private final MailerKey key = new MailerKey(2, 70_000, "marketing-main", "main");
    private final String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret(OUR_KEY));

    @Test
    void a_token_made_by_the_document_alone_is_read() throws Exception {
        String token = byTheDocument(key.id(), secret, "1.Zm9v", "marketing-main", "sms", "main");

        assertThat(UnsubscribeToken.read(token, Map.of(2, OUR_KEY)))
                .contains(new UnsubscribeToken("1.Zm9v", "marketing-main", "sms", "main"));
    }

    @Test
    void a_key_is_good_for_its_purpose_and_brand_and_for_nothing_else() throws Exception {
        for (String token : new String[] {
            byTheDocument(key.id(), secret, "1.Zm9v", "marketing-marketplace", "sms", "main"),
            byTheDocument(key.id(), secret, "1.Zm9v", "marketing-main", "sms", "marketplace"),
            byTheDocument("2.70001", secret, "1.Zm9v", "marketing-main", "sms", "main"),
            byTheDocument("1.70000", secret, "1.Zm9v", "marketing-main", "sms", "main"),
            byTheDocument("2.0", secret, "1.Zm9v", "marketing-main", "sms", "main")
        }) {
            assertThat(UnsubscribeToken.read(token, Map.of(1, OLD_KEY, 2, OUR_KEY)))
                    .isEmpty();
        }
    }

    @Test
    void nothing_but_a_reference_gets_in_by_a_mailers_key() throws Exception {
        for (String ref : new String[] {"ada@example.org", "Ada Lovelace", "+442079460000", "x".repeat(129)}) {
            String token = byTheDocument(key.id(), secret, ref, "marketing-main", "email", "main");
            assertThat(UnsubscribeToken.read(token, Map.of(2, OUR_KEY))).isEmpty();
        }
    }

    @Test
    void the_example_in_the_document_is_right() throws Exception {
        String token = byTheDocument(
                "1.17",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "1.Zm9vYmFyZm9vYmFyZm9vYg",
                "marketing-main",
                "email",
                "main");

        assertThat(Files.readString(DOCUMENT)).contains("\n" + token + "\n");
    }

    /** Step by step as it stands there. */
    public static String byTheDocument(
            String id, String secret, String contactRef, String purpose, String channel, String brand)
            throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(2);
        bytes.write(Integer.parseInt(id.substring(0, id.indexOf('.'))));
        long serial = Long.parseLong(id.substring(id.indexOf('.') + 1));
        bytes.write(new byte[] {(byte) (serial >> 24), (byte) (serial >> 16), (byte) (serial >> 8), (byte) serial});
        for (String field : new String[] {contactRef, purpose, channel, brand}) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            bytes.write(text.length);
            bytes.write(text);
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
        bytes.write(mac.doFinal(bytes.toByteArray()), 0, 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
