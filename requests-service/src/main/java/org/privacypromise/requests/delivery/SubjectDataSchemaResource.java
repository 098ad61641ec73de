package org.privacypromise.requests.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;

/** How a system's document of a person's data looks; it is no secret. */
@Path("/schemas/subject-data")
@PermitAll
public class SubjectDataSchemaResource {

    /** JSON Schema 2020-12. */
    @GET
    @Produces("application/schema+json")
    public String schema() {
        return new String(SubjectDataSchema.bytes(), StandardCharsets.UTF_8);
    }
}
