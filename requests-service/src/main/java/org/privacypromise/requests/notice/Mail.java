package org.privacypromise.requests.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What identity-service is asked to send; it knows the address. Kept as it is from the first try on, so that every try
 * says the same.
 *
 * @param customerId who gets it; null for a guest
 * @param verificationId by which a guest is reached; null for a customer
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mail(@Nullable String customerId, @Nullable String verificationId, String subject, String text) {}
