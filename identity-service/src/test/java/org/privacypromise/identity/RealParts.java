package org.privacypromise.identity;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.privacypromise.identity.account.KeycloakResource;
import org.privacypromise.identity.mail.MailServerResource;
import org.privacypromise.identity.verification.FraudCheckResource;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

/** What this module's Quarkus tests run against. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(value = PostgreSqlResource.class, initArgs = @ResourceArg(name = "database", value = "identity"))
@QuarkusTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = "topics",
                        value = "identity.events.v1,requests.tasks.identity.v1,requests.task-results.identity.v1,"
                                + "privacy.erasures.v1"))
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(KeycloakResource.class)
@QuarkusTestResource(MountedKeys.class)
@QuarkusTestResource(MailServerResource.class)
@QuarkusTestResource(FraudCheckResource.class)
public @interface RealParts {}
