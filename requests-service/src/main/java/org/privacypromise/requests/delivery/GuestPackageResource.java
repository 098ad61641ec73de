package org.privacypromise.requests.delivery;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.delivery.OpenPackage.VerificationPendingException;
import org.privacypromise.requests.safekeeping.Safekeeping;

/** Where a guest fetches a package, who has no account to sign in to. */
@Path("/packages")
@PermitAll
public class GuestPackageResource {

    private static final ProblemType PENDING =
            new ProblemType("verification-pending", 409, "The verification is not known here yet");

    private final OpenPackage packages;
    private final Safekeeping safekeeping;

    GuestPackageResource(OpenPackage packages, Safekeeping safekeeping) {
        this.packages = packages;
        this.safekeeping = safekeeping;
    }

    /**
     * What a guest has: the mailed link and a fresh code's verification.
     *
     * @param token the last part of the link
     */
    public record GuestDownload(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,128}")
            String token,

            @NotNull @Pattern(regexp = "[A-Za-z0-9._~-]{1,128}")
            String verificationId) {}

    /** A guest's. In the body, so that the token stands in no log. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(PackageResource.ZIP)
    public Multi<byte[]> ofGuest(@NotNull @Valid GuestDownload guest) {
        return PackageResource.zip(packages.openWithLink(guest.token(), guest.verificationId()), safekeeping);
    }

    @ServerExceptionMapper
    Response pending(VerificationPendingException e) {
        return Response.fromResponse(Problem.of(PENDING, "Enter the code first; if you have, try again in a second.")
                        .response())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
