package org.privacypromise.fraudcheck.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What screening knows from outside, and how far that can be trusted. */
@Path("/public-sources")
@RolesAllowed("fraud-analyst")
public class PublicSourceResource {

    private final DisposableMailboxes disposableMailboxes;

    PublicSourceResource(DisposableMailboxes disposableMailboxes) {
        this.disposableMailboxes = disposableMailboxes;
    }

    @GET
    public List<PublicSourceView> sources() {
        return List.of(
                PublicSourceView.from(disposableMailboxes.source(), "mailbox.disposable", disposableMailboxes.size()));
    }
}
