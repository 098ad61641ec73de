package org.privacypromise.architecture.good.logic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Verdict(
        List<String> reasons,
        byte[] proof,
        int score,
        @Nullable Instant until) {}
