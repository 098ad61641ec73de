package org.privacypromise.requests.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.privacypromise.requests.safekeeping.Safekeeping;
import org.privacypromise.requests.safekeeping.SealedContent;
import org.privacypromise.requests.security.Caller;

/** Where a customer fetches a package, as it lies in safe keeping: it is decrypted as it is sent. */
@Path("/requests/{id}/package")
@RolesAllowed("customer")
public class PackageResource {

    static final String ZIP = "application/zip";
    private static final String REPR_DIGEST = "Repr-Digest";

    private final OpenPackage packages;
    private final Safekeeping safekeeping;
    private final Caller caller;

    PackageResource(OpenPackage packages, Safekeeping safekeeping, Caller caller) {
        this.packages = packages;
        this.safekeeping = safekeeping;
        this.caller = caller;
    }

    /** The customer's own, after a fresh sign-in. */
    @GET
    @Produces(ZIP)
    public Multi<byte[]> ofCustomer(@PathParam("id") UUID requestId) {
        return zip(caller.customerWithStepUp().chain(customer -> packages.open(requestId, customer)), safekeeping);
    }

    static Multi<byte[]> zip(Uni<SealedContent> opened, Safekeeping safekeeping) {
        return RestMulti.fromUniResponse(
                opened, content -> safekeeping.read(content.id()), content -> headers(content.sha256()));
    }

    /** With the digest of all bytes (RFC 9530): a transfer that broke off can be told from a whole one. */
    private static Map<String, List<String>> headers(String sha256) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return Map.of(
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment; filename=\"your-data.zip\""),
                HttpHeaders.CACHE_CONTROL,
                List.of("no-store"),
                REPR_DIGEST,
                List.of("sha-256=:" + digest + ":"));
    }
}
