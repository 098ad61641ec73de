package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.privacypromise.preferences.unsubscribe.MailerKeyRepository.Issued;

/** Keys for mailers that make unsubscribe links themselves, as docs/unsubscribe.md says. */
@Path("/mailer-keys")
@RolesAllowed("operator")
public class MailerKeyResource {

    private final IssueMailerKey issuing;
    private final WithdrawMailerKey withdrawing;
    private final MailerKeyRepository keys;
    private final UnsubscribeTokens tokens;
    private final SecurityIdentity caller;

    MailerKeyResource(
            IssueMailerKey issuing,
            WithdrawMailerKey withdrawing,
            MailerKeyRepository keys,
            UnsubscribeTokens tokens,
            SecurityIdentity caller) {
        this.issuing = issuing;
        this.withdrawing = withdrawing;
        this.keys = keys;
        this.tokens = tokens;
        this.caller = caller;
    }

    /** For whom, and for which messages. */
    public record Scope(
            @NotBlank @Size(max = 64) String system,
            @NotBlank @Size(max = 64) String purpose,
            @NotBlank @Size(max = 64) String brand) {}

    /** The newest first. */
    public record KeysView(List<MailerKeyView> keys) {}

    /** A new key; those that the system has already keep working. Its secret is told here and never again. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<RestResponse<MailerKeyView>> issue(@NotNull @Valid Scope scope) {
        return issuing.issue(
                        scope.system(),
                        scope.purpose(),
                        scope.brand(),
                        caller.getPrincipal().getName())
                .map(issued -> ResponseBuilder.create(Status.CREATED, MailerKeyView.withSecret(issued, tokens))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** Which keys there are; without their secrets. */
    @GET
    @WithSession
    public Uni<RestResponse<KeysView>> list(
            @QueryParam("before") @DefaultValue("4294967296") @Min(1) @Max(4_294_967_296L) long before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit) {
        return keys.before(before, limit).map(found -> {
            ResponseBuilder<KeysView> answer = ResponseBuilder.ok(
                    new KeysView(found.stream().map(MailerKeyView::from).toList()));
            return found.size() < limit
                    ? answer.build()
                    : answer.links(next(found.getLast(), limit)).build();
        });
    }

    /**
     * For a key that has become known. Links that were made with it do nothing from now on, also those in messages that
     * were sent long ago: to renew a key, issue another and leave the old one as it is.
     */
    @DELETE
    @Path("{version:[1-9][0-9]{0,2}}.{serial:[1-9][0-9]{0,8}}")
    @Cancellable(false)
    public Uni<Void> withdraw(@PathParam("version") int version, @PathParam("serial") long serial) {
        return withdrawing.withdraw(version, serial, caller.getPrincipal().getName());
    }

    private static Link next(Issued last, int limit) {
        return Link.fromUriBuilder(UriBuilder.fromPath("/mailer-keys")
                        .queryParam("before", last.key().serial())
                        .queryParam("limit", limit))
                .rel("next")
                .build();
    }
}
