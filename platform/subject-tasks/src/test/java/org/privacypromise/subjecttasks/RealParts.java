package org.privacypromise.subjecttasks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

/** What this module's Quarkus tests run against. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(value = PostgreSqlResource.class, initArgs = @ResourceArg(name = "database", value = "tasks"))
@QuarkusTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "requests.tasks.preferences.v1,requests.task-results.preferences.v1,"
                                + "privacy.erasures.v1"))
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(RequestsEndpoint.class)
@QuarkusTestResource(MountedKeys.class)
@interface RealParts {}
