package org.privacypromise.fraudcheck.rule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** The rules, for those who answer for them. */
@Path("/rules")
public class RuleResource {

    static final ProblemType RULES_DO_NOT_COMPILE =
            new ProblemType("rules-do-not-compile", 422, "These rules cannot be used");

    private static final int MOST_FAULTS = 100;

    private final RuleSet rules;

    RuleResource(RuleSet rules) {
        this.rules = rules;
    }

    /** The rules in force. */
    @GET
    @RolesAllowed("fraud-analyst")
    public RuleSetView inForce() {
        return RuleSetView.from(rules);
    }

    /** Tries a rule set out as the service would at its start, and changes nothing. */
    @POST
    @Path("/check")
    @RolesAllowed({"fraud-analyst", "operator"})
    @Consumes({"text/yaml", "application/yaml"})
    public CheckedRulesView check(@NotNull byte[] yaml) {
        try {
            RuleSet checked = RuleSetLoader.read("sent", yaml);
            return new CheckedRulesView(checked.version(), checked.rules().size());
        } catch (InvalidRuleSetException e) {
            throw refused(e.faults());
        }
    }

    private static ProblemException refused(List<RuleFault> faults) {
        String told = faults.size() > MOST_FAULTS ? "; the first " + MOST_FAULTS + " are told" : "";
        return new ProblemException(
                RULES_DO_NOT_COMPILE,
                "Correct what `errors` names and check again: a service would not start with these rules (faults: "
                        + faults.size() + told + ").",
                faults.stream()
                        .limit(MOST_FAULTS)
                        .map(fault -> new Problem.Fault(fault.place(), fault.toString()))
                        .toArray(Problem.Fault[]::new));
    }
}
