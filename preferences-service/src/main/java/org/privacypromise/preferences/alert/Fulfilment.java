package org.privacypromise.preferences.alert;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A product can be bought again.
 *
 * @param product the shop's reference of it
 * @param limit how many alerts to hand over at once; 1000 unless given
 */
record Fulfilment(
        @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9._~-]+")
        String product,

        @Min(1) @Max(1000) @Nullable Integer limit) {}
