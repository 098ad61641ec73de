package org.privacypromise.preferences.gpc;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestResponse;

/** Tells browsers that their signal is honoured here (the GPC specification, section 4). */
@Path("/.well-known/gpc.json")
@PermitAll
public class GpcSupportResource {

    private final GpcConfig config;

    GpcSupportResource(GpcConfig config) {
        this.config = config;
    }

    /** Whether the signal is honoured, and since when as it is. */
    public record GpcSupportView(boolean gpc, LocalDate lastUpdate) {}

    @GET
    public RestResponse<GpcSupportView> support() {
        return RestResponse.ResponseBuilder.ok(new GpcSupportView(true, config.lastUpdate()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .build();
    }
}
