package org.privacypromise.requests.desk;

import jakarta.validation.constraints.NotNull;
import org.privacypromise.personaldata.PersonalText;

/** @param words what is asked, or why more time is needed, as the person is told */
record Words(@NotNull PersonalText words) {}
