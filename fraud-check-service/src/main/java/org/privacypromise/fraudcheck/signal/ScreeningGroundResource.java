package org.privacypromise.fraudcheck.signal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;

/** On what ground screening may look at personal data, and at which: whoever investigates must know the limits. */
@Path("/screening-grounds")
@RolesAllowed("fraud-analyst")
public class ScreeningGroundResource {

    /** The use "detect and prevent fraud" and all below it, in the fideslang taxonomy. */
    private static final String FRAUD_DETECTION = "essential.fraud_detection";

    private final PurposeRegister register;

    ScreeningGroundResource(PurposeRegister register) {
        this.register = register;
    }

    /** Every purpose of the register that detects or prevents fraud. */
    @GET
    public List<ScreeningGroundView> grounds() {
        return register.purposes().stream()
                .filter(ScreeningGroundResource::detectsFraud)
                .map(ScreeningGroundView::from)
                .toList();
    }

    private static boolean detectsFraud(Purpose purpose) {
        return purpose.uses().stream().anyMatch(use -> use.startsWith(FRAUD_DETECTION));
    }
}
