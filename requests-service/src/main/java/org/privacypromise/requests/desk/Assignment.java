package org.privacypromise.requests.desk;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** @param assignee the account of who looks after the request from now on ({@code sub} of their token); null: nobody */
record Assignment(@Pattern(regexp = ACCOUNT) @Nullable String assignee) {

    static final String ACCOUNT = "[A-Za-z0-9._~:|-]{1,128}";
}
