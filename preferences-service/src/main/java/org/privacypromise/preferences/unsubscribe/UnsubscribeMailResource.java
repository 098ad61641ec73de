package org.privacypromise.preferences.unsubscribe;

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

    private final UnsubscribeTokens tokens;
    private final Unsubscribe unsubscribe;

    UnsubscribeMailResource(UnsubscribeTokens tokens, Unsubscribe unsubscribe) {
        this.tokens = tokens;
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
        UnsubscribeToken token = token(mail)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is no token of ours in this mail: answer it by hand, or drop it if nobody wrote it."));
        return unsubscribe.by(token).replaceWith(new StoppedView(token.purpose(), token.channel(), token.brand()));
    }

    private Optional<UnsubscribeToken> token(Mail mail) {
        return Stream.of(Optional.ofNullable(mail.subject()), Optional.ofNullable(mail.to()))
                .flatMap(Optional::stream)
                .flatMap(text -> COULD_BE_A_TOKEN.matcher(text.reveal()).results())
                .limit(MOST_CANDIDATES)
                .map(MatchResult::group)
                .flatMap(candidate -> tokens.read(candidate).stream())
                .findFirst();
    }
}
