package org.privacypromise.requests.rectification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that one request wants put right. */
@RegisterForReflection
public record CorrectionList(@Nullable List<Correction> corrections) {

    private static final int MOST = 50;

    /** None if nothing was given. */
    public List<Correction> all() {
        return Objects.requireNonNullElse(corrections, List.of());
    }

    boolean isComplete() {
        return !all().isEmpty() && all().size() <= MOST && all().stream().allMatch(Correction::isComplete);
    }

    /** What a holder of these categories has to put right. */
    public CorrectionList about(List<String> categories) {
        return new CorrectionList(all().stream()
                .filter(one -> categories.contains(one.category()))
                .toList());
    }
}
