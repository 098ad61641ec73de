package org.privacypromise.requests.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of processing (GDPR and UK GDPR Art. 30(1)), in the words of the register.
 *
 * @param subjects whose data it is
 * @param open what the register leaves open: the controller has to decide it, and nothing is made up meanwhile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcessingRecordView(
        String registerVersion,
        LocalDate asOf,
        String controller,
        String controllerCountry,
        String contact,
        String subjects,
        List<Activity> activities,
        List<HolderView> systems,
        List<TransferView> transfers,
        long packagesMade,
        long packageDownloads,
        List<String> open) {

    /**
     * One purpose.
     *
     * @param legalBases with their articles
     * @param timeLimits how long which data is kept, in plain words with the law
     */
    record Activity(
            String key,
            String name,
            String what,
            String why,
            List<String> legalBases,
            List<String> categories,
            List<String> recipients,
            List<String> timeLimits) {}

    /** A system that holds data, and what it was asked to do for requests so far. */
    record HolderView(String key, String name, List<String> holds, List<Work> work) {}

    record Work(String operation, long asked, long answered) {}

    /**
     * Whom data is given to, and what protects it there.
     *
     * @param country its name; {@code code} as ISO 3166-1 says
     * @param safeguard what protects the data (Art. 46), or why none of its own is needed
     * @param needsSafeguard whether the law there does not protect it enough by itself
     * @param purposes for which it is given
     * @param named in how many packages a person was told of it
     * @param open what the controller still has to say about it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TransferView(
            String recipient,
            String name,
            String code,
            String country,
            boolean abroad,
            boolean needsSafeguard,
            String safeguard,
            List<String> purposes,
            List<String> categories,
            long named,
            @Nullable String open) {}
}
