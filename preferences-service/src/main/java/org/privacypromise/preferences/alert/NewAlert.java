package org.privacypromise.preferences.alert;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to be told of.
 *
 * @param product the shop's reference of it
 * @param channel by which way
 * @param brand in whose name; that of the shop itself unless given
 */
record NewAlert(
        @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9._~-]+")
        String product,

        @NotBlank @Size(max = 64) String channel,
        @Size(max = 64) @Nullable String brand) {}
