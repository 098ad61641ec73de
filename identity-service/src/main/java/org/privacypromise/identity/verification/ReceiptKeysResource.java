package org.privacypromise.identity.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.privacypromise.identity.verification.receipt.SigningKey;

/** The public keys with which anybody can check a receipt (RFC 7517, RFC 8037). */
@Path("/receipts/keys")
class ReceiptKeysResource {

    private final Receipts receipts;

    ReceiptKeysResource(Receipts receipts) {
        this.receipts = receipts;
    }

    @GET
    @PermitAll
    public RestResponse<KeySetView> keys() {
        return ResponseBuilder.ok(new KeySetView(
                        receipts.keys().stream().map(KeyView::from).toList()))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    /** A JWK set. */
    record KeySetView(List<KeyView> keys) {}

    /** One JWK. */
    record KeyView(
            @JsonProperty("kty") String type,
            @JsonProperty("crv") String curve,
            @JsonProperty("alg") String algorithm,
            @JsonProperty("use") String use,
            @JsonProperty("kid") String id,
            @JsonProperty("x") String publicKey) {

        static KeyView from(SigningKey key) {
            return new KeyView("OKP", "Ed25519", "EdDSA", "sig", key.id(), key.publicKey());
        }
    }
}
