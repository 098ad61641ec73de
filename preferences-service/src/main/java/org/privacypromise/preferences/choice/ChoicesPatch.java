package org.privacypromise.preferences.choice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;

/**
 * What a customer wants to change; what it does not name stays as it is.
 *
 * @param noticeVersion the privacy notice that the customer had in front of them
 * @param language the language they read it in, such as {@code en} or {@code de-AT}
 */
record ChoicesPatch(
        @NotBlank @Size(max = 64) String noticeVersion,

        @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a language tag like en")
        String language,

        @NotEmpty @Size(max = 200) List<@NotNull @Valid Wanted> choices) {

    record Wanted(
            @NotBlank @Size(max = 64) String purpose,
            @NotBlank @Size(max = 64) String channel,
            @NotBlank @Size(max = 64) String brand,
            @NotNull Boolean allowed) {

        Decision decision() {
            return new Decision(new Cell(purpose, channel, brand), allowed);
        }
    }

    List<Decision> decisions() {
        return choices.stream().map(Wanted::decision).toList();
    }
}
