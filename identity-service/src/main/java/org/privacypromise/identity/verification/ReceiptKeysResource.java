package org.privacypromise.identity.verification;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.privacypromise.personaldata.PublicKeySet;

/** The public keys with which anybody can check a receipt (RFC 7517, RFC 8037). */
@Path("/receipts/keys")
class ReceiptKeysResource {

    private final Receipts receipts;

    ReceiptKeysResource(Receipts receipts) {
        this.receipts = receipts;
    }

    @GET
    @PermitAll
    public RestResponse<PublicKeySet> keys() {
        return ResponseBuilder.ok(receipts.publicKeys())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
