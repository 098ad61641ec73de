package org.privacypromise.preferences;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

/** What preferences-service needs around it, for all component tests at once. */
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(
        value = PostgreSqlResource.class,
        initArgs = @ResourceArg(name = "database", value = "preferences"))
@QuarkusTestResource(
        value = KafkaResource.class,
        initArgs = {
            @ResourceArg(name = "topics", value = RealParts.TOPICS),
            @ResourceArg(name = "compacted", value = RealParts.COMPACTED_TOPICS)
        })
@QuarkusTestResource(KeysResource.class)
@QuarkusTestResource(RequestsEndpoint.class)
final class RealParts {

    static final String TOPICS =
            "identity.events.v1,preferences.events.v1,preferences.acks.orders.v1,preferences.acks.marketing.v1,preferences.acks.stranger.v1,marketing.sent.v1,"
                    + "requests.tasks.preferences.v1,requests.task-results.preferences.v1,privacy.erasures.v1";
    static final String COMPACTED_TOPICS = "preferences.state.v1";

    private RealParts() {}
}
