package org.privacypromise.identity.mail;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.account.Caller;

/** For the other services: only here are addresses known, so only from here is mail sent. */
@Path("/mails")
@RolesAllowed("service")
@Cancellable(false)
class MailResource {

    // A structured-field string (RFC 8941) of what needs no escape, or the same without quotes.
    private static final Pattern KEY = Pattern.compile("\"([A-Za-z0-9._:~-]{1,100})\"|([A-Za-z0-9._:~-]{1,100})");

    private final AcceptMail accept;
    private final Caller caller;

    MailResource(AcceptMail accept, Caller caller) {
        this.accept = accept;
        this.caller = caller;
    }

    /** 202 while it is on its way, 200 when it is settled; a repeat of the call asks. */
    @POST
    public Uni<RestResponse<MailView>> accept(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid NewMail mail) {
        return accept.accept(caller.client(), read(idempotencyKey), mail)
                .map(view -> RestResponse.status(view.settled() ? Status.OK : Status.ACCEPTED, view));
    }

    private static String read(@Nullable String idempotencyKey) {
        var key = KEY.matcher(idempotencyKey == null ? "" : idempotencyKey.strip());
        if (!key.matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED,
                    "Send a header Idempotency-Key: 1 to 100 letters, digits or . _ : ~ - that name this mail only.");
        }
        return key.group(1) != null ? key.group(1) : key.group(2);
    }
}
