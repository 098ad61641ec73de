package org.privacypromise.identity.verification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** fraud-check-service, the part that judges an attempt. */
@Path("/screenings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface FraudCheckClient {

    @POST
    Uni<Screened> screen(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Screening screening);

    /** What is asked: the verification's ID, and what is known of the attempt. */
    @RegisterForReflection
    record Screening(String screeningId, String subject, Signals signals) {

        static Screening ofVerification(String verificationId, Signals signals) {
            return new Screening(verificationId, "VERIFICATION", signals);
        }
    }

    /** @param ipAddress null if the caller has none, as on a Unix socket */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signals(@Nullable String ipAddress, String contactRef, String emailDomain, String purpose) {

        @Override
        public String toString() {
            return "[signals]";
        }
    }

    /** What came out; reasons are for the people at fraud-check-service. A verdict that we do not know cannot be read. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Screened(Verdict verdict) {}
}
