package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/**
 * What a link stands for. Our own links are not looked up; one that a mailer made counts unless that mailer's key has been
 * withdrawn.
 */
@ApplicationScoped
class ReadLink {

    private final UnsubscribeTokens tokens;
    private final MailerKeyRepository mailerKeys;

    ReadLink(UnsubscribeTokens tokens, MailerKeyRepository mailerKeys) {
        this.tokens = tokens;
        this.mailerKeys = mailerKeys;
    }

    /** Empty whatever is wrong with it: a forger learns nothing. */
    Uni<Optional<UnsubscribeToken>> read(String text) {
        Optional<UnsubscribeToken> token = tokens.read(text);
        OptionalLong mailer = token.isPresent() ? UnsubscribeToken.mailerSerial(text) : OptionalLong.empty();
        return mailer.isEmpty()
                ? Uni.createFrom().item(token)
                : Panache.withSession(() -> mailerKeys.isWithdrawn(mailer.getAsLong()))
                        .map(withdrawn -> withdrawn ? Optional.empty() : token);
    }
}
