package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.contact.ContactLinkRepository;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** Gives mailers the unsubscribe link of one message to one contact point. */
@Path("/unsubscribe-links")
@RolesAllowed("system")
public class UnsubscribeLinkResource {

    private static final Map<String, String> KIND_OF_CHANNEL =
            Map.of("email", "EMAIL", "sms", "PHONE", "phone", "PHONE");

    private final ContactLinkRepository contacts;
    private final UnsubscribeTokens tokens;
    private final PurposeRegister register;

    UnsubscribeLinkResource(ContactLinkRepository contacts, UnsubscribeTokens tokens, PurposeRegister register) {
        this.contacts = contacts;
        this.tokens = tokens;
        this.register = register;
    }

    /**
     * Whose message it is, and about what.
     *
     * @param customerId whose; or else
     * @param contactRef the contact point's reference
     */
    public record Message(
            @Size(max = 128) @Pattern(regexp = "[A-Za-z0-9._~-]+") @Nullable
            String customerId,

            @Size(max = 128) @Pattern(regexp = "[A-Za-z0-9._~-]+") @Nullable
            String contactRef,

            @NotBlank @Size(max = 64) String purpose,
            @NotBlank @Size(max = 64) String channel,
            @NotBlank @Size(max = 64) String brand) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @WithSession
    public Uni<UnsubscribeLink> link(@NotNull @Valid Message message) {
        requireSwitchable(message);
        return contactRef(message)
                .map(ref -> tokens.linkFor(
                        new UnsubscribeToken(ref, message.purpose(), message.channel(), message.brand())));
    }

    private void requireSwitchable(Message message) {
        if (register.choice(message.purpose(), message.channel(), message.brand())
                .filter(ChoiceCell::changeable)
                .isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID, "There is no choice of this purpose, channel and brand to opt out of.");
        }
    }

    private Uni<String> contactRef(Message message) {
        String kind = KIND_OF_CHANNEL.get(message.channel());
        if ((message.customerId() == null) == (message.contactRef() == null)) {
            throw new ProblemException(ProblemType.INVALID, "Send either customerId or contactRef.");
        }
        if (message.contactRef() != null) {
            return Uni.createFrom().item(message.contactRef());
        }
        if (kind == null) {
            throw new ProblemException(ProblemType.INVALID, "Messages on this channel go to no contact point.");
        }
        return contacts.contactRefsOf(String.valueOf(message.customerId()), kind)
                .map(UnsubscribeLinkResource::first);
    }

    // Any of them will do: the link opts out the customer, whichever address the message goes to.
    private static String first(List<String> refs) {
        if (refs.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "We know no contact point of that customer for this channel.");
        }
        return refs.getFirst();
    }
}
