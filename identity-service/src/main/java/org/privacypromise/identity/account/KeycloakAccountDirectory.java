package org.privacypromise.identity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.identity.account.KeycloakUsersClient.NoSuchUserException;
import org.privacypromise.personaldata.PersonalText;

/**
 * Keycloak. The customer ID is the user attribute {@code customer_id}, which the realm's user profile must declare as
 * editable and viewable by admins only: an undeclared attribute is dropped without a word, and one that users can edit
 * is an account takeover.
 */
@ApplicationScoped
class KeycloakAccountDirectory implements AccountDirectory {

    private static final String CUSTOMER_ID = "customer_id";

    private final KeycloakUsersClient users;
    private final Duration timeout;

    KeycloakAccountDirectory(
            AccountDirectoryConfig config, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        users = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url().orElseGet(() -> adminOf(realm)))
                .build(KeycloakUsersClient.class);
        timeout = config.timeout();
    }

    private static URI adminOf(String realm) {
        return URI.create(realm.replaceFirst("/realms/", "/admin/realms/"));
    }

    @Override
    public Uni<Optional<Account>> find(String accountId) {
        return read(accountId)
                .map(user -> Optional.of(new Account(
                        PersonalText.of(user.path("email").asText()),
                        user.path("emailVerified").asBoolean())))
                .onFailure(NoSuchUserException.class)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Void> nameCustomer(String accountId, String customerId) {
        return read(accountId).chain(user -> {
            user.withObject("/attributes").putArray(CUSTOMER_ID).add(customerId);
            return users.replace(accountId, user).ifNoItem().after(timeout).fail();
        });
    }

    @Override
    public Uni<Void> delete(String accountId) {
        return users.delete(accountId)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(NoSuchUserException.class)
                .recoverWithNull();
    }

    private Uni<ObjectNode> read(String accountId) {
        return users.read(accountId).ifNoItem().after(timeout).fail();
    }
}
