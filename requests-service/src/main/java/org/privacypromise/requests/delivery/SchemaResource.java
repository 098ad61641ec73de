package org.privacypromise.requests.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** How the documents look that are handed over; it is no secret. */
@Path("/schemas")
@PermitAll
public class SchemaResource {

    static final String JSON_SCHEMA = "application/schema+json";

    /** JSON Schema 2020-12 of what a system holds about a person. */
    @GET
    @Path("/subject-data")
    @Produces(JSON_SCHEMA)
    public String subjectData() {
        return PackageSchema.SUBJECT_DATA.text();
    }

    /** JSON Schema 2020-12 of what a person takes along. */
    @GET
    @Path("/portability")
    @Produces(JSON_SCHEMA)
    public String portability() {
        return PackageSchema.PORTABILITY.text();
    }
}
