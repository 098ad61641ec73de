package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.personaldata.PublicKeySet.PublicKey;

class SigningKeysTest {

    // RFC 8037, appendix A.
    private static final byte[] SEED = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    private static final String PUBLIC_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private final SigningKey key = SigningKey.of("7", SEED);

    @Test
    void the_public_half_is_the_one_of_the_standard() {
        assertThat(key.publicKey()).isEqualTo(PUBLIC_KEY);
        assertThat(key.id()).isEqualTo("7");
    }

    @Test
    void what_is_signed_can_be_checked_with_the_public_half_and_with_no_other() throws GeneralSecurityException {
        String jws = key.sign("some+jwt", "{}");

        assertThat(new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"7\",\"typ\":\"some+jwt\"}");
        assertThat(verifies(jws, PUBLIC_KEY)).isTrue();
        assertThat(verifies(jws, SigningKey.of("7", new byte[32]).publicKey())).isFalse();
        assertThat(verifies(key.sign("some+jwt", "[]").replaceFirst("\\.[^.]+\\.", ".e30."), PUBLIC_KEY))
                .isFalse();
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> SigningKey.of("1", new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_a_rotation_the_new_key_signs_and_both_are_published(@TempDir Path folder) throws IOException {
        // Given
        TestKeys.add(folder, 1);
        TestKeys.add(folder, 2);

        // When
        SigningKeys keys = new SigningKeys(KeyFolder.open(folder));

        // Then
        assertThat(keys.active().id()).isEqualTo("2");
        assertThat(keys.publicKeys().keys()).extracting(PublicKey::kid).containsExactlyInAnyOrder("1", "2");
        assertThat(keys.publicKeys().keys())
                .contains(new PublicKey(
                        "OKP", "Ed25519", "EdDSA", "sig", "2", keys.active().publicKey()));
    }

    private static boolean verifies(String jws, String publicKey) throws GeneralSecurityException {
        String[] parts = jws.split("\\.", -1);
        // An Ed25519 key in X.509 is this prefix and the key (RFC 8410, section 4).
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(publicKey)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
