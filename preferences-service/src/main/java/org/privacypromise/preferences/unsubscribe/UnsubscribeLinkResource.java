package org.privacypromise.preferences.unsubscribe;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestMulti;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.ndjson.AnswerLines;
import org.privacypromise.preferences.unsubscribe.ContactOfCustomerRepository.Wanted;

/** Gives mailers the unsubscribe link of each message to a contact point. */
@Path("/unsubscribe-links")
@RolesAllowed("system")
public class UnsubscribeLinkResource {

    private static final String NDJSON = "application/x-ndjson";

    private final ContactOfCustomerRepository contacts;
    private final UnsubscribeTokens tokens;
    private final MessagePolicy policy;
    private final MintLines lines;
    private final AnswerLines stream;

    UnsubscribeLinkResource(
            ContactOfCustomerRepository contacts,
            UnsubscribeTokens tokens,
            MessagePolicy policy,
            MintLines lines,
            AnswerLines stream) {
        this.contacts = contacts;
        this.tokens = tokens;
        this.policy = policy;
        this.lines = lines;
        this.stream = stream;
    }

    /** The link of one message, and its headers. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public Uni<UnsubscribeLink> link(@NotNull @Valid Message message) {
        String fault = policy.fault(message);
        if (fault != null) {
            throw new ProblemException(ProblemType.INVALID, fault);
        }
        return contactRef(message).map(ref -> tokens.linkFor(message.token(ref)));
    }

    /**
     * The links of as many messages as there are: a message in each line, and its link in each line of the answer, in the
     * same order. Read while you write.
     */
    @POST
    @Path("bulk")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @NonBlocking
    @RequestBody(
            description = "in each line the body of one POST /unsubscribe-links",
            required = true,
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Multi<byte[]> links(@Context HttpServerRequest request) {
        return RestMulti.fromMultiData(stream.of(request, lines))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Uni<String> contactRef(Message message) {
        String customer = message.customerId();
        if (customer == null) {
            return Uni.createFrom().item(Objects.requireNonNull(message.contactRef()));
        }
        return contacts.of(Set.of(customer)).map(known -> of(customer, message, known));
    }

    private static String of(String customer, Message message, Map<Wanted, String> known) {
        String ref = known.get(new Wanted(customer, Objects.requireNonNull(message.kind())));
        if (ref == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, MessagePolicy.NO_CONTACT_POINT);
        }
        return ref;
    }
}
