package org.privacypromise.requests.desk;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.privacypromise.personaldata.PersonalText;

/**
 * What came back from the person.
 *
 * @param on the day on which it reached us, whoever typed it in when
 * @param words the answer; of documents only which ones were seen
 */
record Arrived(@NotNull LocalDate on, @NotNull PersonalText words) {}
