package org.privacypromise.identity.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who made a purchase.
 *
 * @param linkToken for the browser that made it, to link an account by; absent for a purchase made signed in, and when
 *     its time is over
 * @param fresh whether this report of the purchase was the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AllocationView(
        String customerId,
        @Nullable String linkToken,
        @JsonIgnore boolean fresh) {}
