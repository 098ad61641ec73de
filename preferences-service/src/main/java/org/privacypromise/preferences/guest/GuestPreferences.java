package org.privacypromise.preferences.guest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;

/**
 * What somebody who is not signed in has filled in, such as a newsletter's form or that of a competition.
 *
 * @param contactRef the reference of the contact point they gave (identity-service, {@code POST /contact-refs})
 * @param noticeVersion the privacy notice that they had in front of them
 * @param language the language they read it in, such as {@code en} or {@code de-AT}
 * @param form which form it was, for the evidence; nothing about the person
 */
record GuestPreferences(
        @NotBlank @Size(max = 128) @Pattern(regexp = "[A-Za-z0-9._~-]+")
        String contactRef,

        @NotBlank @Size(max = 64) String noticeVersion,

        @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a language tag like en")
        String language,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9._~/-]+")
        String form,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid Wanted> choices) {

    record Wanted(
            @NotBlank @Size(max = 64) String purpose,
            @NotBlank @Size(max = 64) String channel,
            @NotBlank @Size(max = 64) String brand,
            @NotNull Boolean allowed) {

        Decision decision() {
            return new Decision(new Cell(purpose, channel, brand), allowed);
        }
    }

    /** Of two on one cell the last counts. */
    List<Decision> decisions() {
        return choices.reversed().stream()
                .map(Wanted::decision)
                .collect(Collectors.toMap(
                        Decision::cell, decision -> decision, (last, earlier) -> last, LinkedHashMap::new))
                .values()
                .stream()
                .toList()
                .reversed();
    }
}
