package org.privacypromise.requests.fulfilment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.privacypromise.register.PurposeRegister;

/** Which systems hold personal data, and what each of them is asked to do for a request. */
@Path("/systems")
@RolesAllowed("privacy-team")
public class SystemResource {

    private final PurposeRegister register;

    SystemResource(PurposeRegister register) {
        this.register = register;
    }

    /** Every system of the purpose register, in its order. */
    @GET
    public List<SystemView> systems() {
        return register.systems().stream().map(SystemView::from).toList();
    }
}
