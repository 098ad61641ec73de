package org.privacypromise.identity.verification.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.SigningKey;

class ReceiptTest {

    // RFC 8037, appendix A.
    private static final byte[] SEED = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    private static final String PUBLIC_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private final SigningKey key = SigningKey.of("7", SEED);

    @Test
    void a_receipt_says_who_proved_what_and_for_which_request() {
        String jws = signed(receipt("request-1"));

        assertThat(part(jws, 0)).isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"7\",\"typ\":\"verification-receipt+jwt\"}");
        assertThat(part(jws, 1))
                .isEqualTo("{\"iss\":\"identity-service\",\"jti\":\"v-1\",\"sub\":\"1.ref\","
                        + "\"purpose\":\"access-request\",\"requestId\":\"request-1\","
                        + "\"evidence\":\"contact-point-control\",\"iat\":1764064800}");
        assertThat(SignedJws.verify(jws, PUBLIC_KEY)).isTrue();
    }

    @Test
    void without_a_request_it_names_none() {
        assertThat(part(signed(receipt(null)), 1)).doesNotContain("requestId");
    }

    @Test
    void an_altered_receipt_is_no_receipt() {
        String jws = signed(receipt(null));
        String altered = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(part(jws, 1)
                        .replace("access-request", "erasure-request")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(SignedJws.verify(jws.replaceFirst("\\.[^.]+\\.", "." + altered + "."), PUBLIC_KEY))
                .isFalse();
    }

    @Test
    void nothing_but_ids_and_keys_fits_in() {
        assertThatThrownBy(() -> receipt("jo@example.org").json())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("jo@");
        assertThatThrownBy(() -> receipt("\",\"sub\":\"another").json()).isInstanceOf(IllegalArgumentException.class);
    }

    private String signed(Receipt receipt) {
        return key.sign(Receipt.TYPE, receipt.json());
    }

    private static Receipt receipt(@Nullable String requestId) {
        return new Receipt(
                "identity-service",
                "v-1",
                "1.ref",
                "access-request",
                requestId,
                "contact-point-control",
                Instant.parse("2025-11-25T10:00:00.789Z"));
    }

    private static String part(String jws, int index) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[index]), StandardCharsets.UTF_8);
    }
}
