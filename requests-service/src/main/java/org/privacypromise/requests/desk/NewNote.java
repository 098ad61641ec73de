package org.privacypromise.requests.desk;

import jakarta.validation.constraints.NotNull;
import org.privacypromise.personaldata.PersonalText;

/** @param text for colleagues; the person it is about can ask for it */
record NewNote(@NotNull PersonalText text) {}
