package org.privacypromise.fraudcheck;

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
                        value = "identity.events.v1,fraud.verdicts.v1,requests.tasks.fraud-check.v1,"
                                + "requests.task-results.fraud-check.v1,privacy.erasures.v1"))
@QuarkusTestResource(value = PostgreSqlResource.class, initArgs = @ResourceArg(name = "database", value = "fraudcheck"))
@QuarkusTestResource(MountedKeys.class)
@QuarkusTestResource(RequestsService.class)
final class RealParts {

    private RealParts() {}
}
