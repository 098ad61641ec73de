package org.privacypromise.fraudcheck;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

/** What the service needs around it, for all component tests at once. */
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgreSqlResource.class, initArgs = @ResourceArg(name = "database", value = "fraudcheck"))
final class RealParts {

    private RealParts() {}
}
