package org.privacypromise.preferences.softoptin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;

/**
 * A sale that lets us write to the customer, with all that the law wants to see of it.
 *
 * @param saleReference which sale: the customer gave us their contact point in it
 * @param similarGoods {@code true}: what is to be advertised is similar to what was sold
 * @param optOutOfferedAt when the customer was offered to say no, as their contact point was collected
 * @param noticeVersion the privacy notice that told them so
 * @param language in which they read it
 * @param choices what is to be allowed
 */
record SoftOptIn(
        @NotBlank @Size(max = 128) @Pattern(regexp = "[A-Za-z0-9._~-]+")
        String customerId,

        @NotBlank @Size(max = 128) @Pattern(regexp = "[A-Za-z0-9._~-]+")
        String saleReference,

        @NotNull LocalDate soldOn,

        @NotNull @AssertTrue(message = "must be true: only similar goods may be advertised without a permission")
        Boolean similarGoods,

        @NotNull Instant optOutOfferedAt,
        @NotBlank @Size(max = 64) String noticeVersion,

        @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a language tag like en")
        String language,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid Wanted> choices) {

    record Wanted(
            @NotBlank @Size(max = 64) String purpose,
            @NotBlank @Size(max = 64) String channel,
            @NotBlank @Size(max = 64) String brand) {

        Cell cell() {
            return new Cell(purpose, channel, brand);
        }
    }

    List<Cell> cells() {
        return choices.stream().map(Wanted::cell).distinct().toList();
    }

    List<Decision> decisions() {
        return choices.stream().map(wanted -> new Decision(wanted.cell(), true)).toList();
    }

    Map<String, String> details() {
        return new TreeMap<>(Map.of(
                "saleReference",
                saleReference,
                "soldOn",
                soldOn.toString(),
                "similarGoods",
                "true",
                "optOutOfferedAt",
                optOutOfferedAt.toString()));
    }
}
