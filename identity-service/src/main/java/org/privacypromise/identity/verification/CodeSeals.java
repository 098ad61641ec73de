package org.privacypromise.identity.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.seal.Seal;
import org.privacypromise.identity.seal.Seals;
import org.privacypromise.identity.verification.code.Code;

/** Codes at rest: a keyed hash each, bound to the verification, its purpose and its request. */
@ApplicationScoped
class CodeSeals {

    private static final String USE = "code";

    private final Seals seals;

    CodeSeals(Seals seals) {
        this.seals = seals;
    }

    Seal seal(Verification verification, Code code) {
        return seals.seal(USE, parts(verification, code));
    }

    /** Takes equally long whether a code was sent or not, and however much of it is right. */
    boolean isCodeOf(Verification verification, Code typed) {
        @Nullable Seal sealed = verification.codeSeal();
        Seal compared = sealed == null ? seals.seal(USE, "no code yet") : sealed;
        return seals.matches(compared, USE, parts(verification, typed));
    }

    private static String[] parts(Verification verification, Code code) {
        return new String[] {
            verification.id.toString(),
            verification.purpose.key(),
            Objects.requireNonNullElse(verification.requestId, ""),
            Integer.toString(verification.codeRound()),
            code.reveal()
        };
    }
}
