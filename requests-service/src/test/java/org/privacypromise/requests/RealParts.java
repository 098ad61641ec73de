package org.privacypromise.requests;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

/** What the service needs around it, for all component tests at once. */
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "requests.events.v1,identity.events.v1,fraud.verdicts.v1,privacy.erasures.v1,"
                                + "requests.tasks.orders.v1,requests.tasks.marketing.v1,requests.tasks.identity.v1,"
                                + "requests.tasks.preferences.v1,requests.tasks.requests.v1,requests.tasks.fraud-check.v1,"
                                + "requests.task-results.orders.v1,requests.task-results.marketing.v1,"
                                + "requests.task-results.identity.v1,requests.task-results.preferences.v1,"
                                + "requests.task-results.requests.v1,requests.task-results.fraud-check.v1,"
                                + "requests.task-results.stranger.v1"))
@QuarkusTestResource(value = PostgreSqlResource.class, initArgs = @ResourceArg(name = "database", value = "requests"))
@QuarkusTestResource(MountedKeys.class)
@QuarkusTestResource(OtherServicesResource.class)
final class RealParts {

    private RealParts() {}
}
