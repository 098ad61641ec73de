package org.privacypromise.preferences.unsubscribe;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/** For whoever reads the mailbox that mail programs write to instead of opening the link. */
@Path("/unsubscribe-mails")
@RolesAllowed("system")
public class UnsubscribeMailResource {

    private static final Pattern COULD_BE_A_TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,}");
    private static final int MOST_CANDIDATES = 5;

    private final ReadLink links;
    private final Unsubscribe unsubscribe;

    UnsubscribeMailResource(ReadLink links, Unsubscribe unsubscribe) {
        this.links = links;
        this.unsubscribe = unsubscribe;
    }

    /**
     * A mail that arrived. Who sent it does not matter, for the token says whom it is about; leave it out.
     *
     * @param to the address it was sent to, as some programs put the token behind a plus sign there
     * @param subject its subject, where our links put the token
     */
    public record Mail(
            @Schema(implementation = String.class) @Nullable PersonalText to,
            @Schema(implementation = String.class) @Nullable PersonalText subject) {}

    /** What was stopped. */
    public record StoppedView(String purpose, String channel, String brand) {}

    /** Opts out of what the mail's token names. Twice is the same as once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    public Uni<StoppedView> receive(@NotNull @Valid Mail mail) {
        return token(mail)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no token of ours in this mail: answer it by hand, or drop it if nobody wrote it."))
                .chain(token -> unsubscribe
                        .by(token)
                        .replaceWith(new StoppedView(token.purpose(), token.channel(), token.brand())));
    }

    /** The first that counts, or null. */
    private Uni<@Nullable UnsubscribeToken> token(Mail mail) {
        return Multi.createFrom()
                .items(Stream.of(Optional.ofNullable(mail.subject()), Optional.ofNullable(mail.to()))
                        .flatMap(Optional::stream)
                        .flatMap(text -> COULD_BE_A_TOKEN.matcher(text.reveal()).results())
                        .limit(MOST_CANDIDATES)
                        .map(MatchResult::group))
                .onItem()
                .transformToUniAndConcatenate(links::read)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .select()
                .first()
                .toUni();
    }
}
