package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;
import org.privacypromise.requests.clock.law.Right;

class PlanTest {

    private static final PurposeRegister REGISTER = RegisterLoader.loadDefault();

    @Test
    void access_asks_all_systems_at_once() {
        assertThat(Plan.of(REGISTER, Right.ACCESS))
                .containsExactly(
                        part("orders", Operation.ACCESS, 10),
                        part("marketing", Operation.ACCESS, 10),
                        part("identity", Operation.ACCESS, 10),
                        part("preferences", Operation.ACCESS, 10),
                        part("requests", Operation.ACCESS, 10),
                        part("fraud-check", Operation.ACCESS, 10));
        assertThat(Plan.of(REGISTER, Right.PORTABILITY)).isEqualTo(Plan.of(REGISTER, Right.ACCESS));
    }

    @Test
    void an_erasure_goes_from_the_outside_in_and_is_looked_for_before_anybody_is_told_and_at_the_end() {
        assertThat(Plan.of(REGISTER, Right.ERASURE))
                .containsExactly(
                        part("orders", Operation.ERASURE, 10),
                        part("marketing", Operation.ERASURE, 10),
                        part("fraud-check", Operation.ERASURE, 20),
                        part("preferences", Operation.ERASURE, 30),
                        part("orders", Operation.PROBE, Plan.LOOK),
                        part("marketing", Operation.PROBE, Plan.LOOK),
                        part("preferences", Operation.PROBE, Plan.LOOK),
                        part("fraud-check", Operation.PROBE, Plan.LOOK),
                        part("identity", Operation.ERASURE, 50),
                        part("requests", Operation.ERASURE, 60),
                        part("orders", Operation.PROBE, Plan.LAST_LOOK),
                        part("marketing", Operation.PROBE, Plan.LAST_LOOK),
                        part("identity", Operation.PROBE, Plan.LAST_LOOK),
                        part("preferences", Operation.PROBE, Plan.LAST_LOOK),
                        part("requests", Operation.PROBE, Plan.LAST_LOOK),
                        part("fraud-check", Operation.PROBE, Plan.LAST_LOOK));
    }

    @Test
    void what_a_person_weighs_asks_no_system() {
        assertThat(Plan.of(REGISTER, Right.OBJECTION)).isEmpty();
        assertThat(Plan.of(REGISTER, Right.HUMAN_REVIEW)).isEmpty();
        assertThat(Plan.of(REGISTER, Right.COMPLAINT)).isEmpty();
    }

    @Test
    void a_system_that_does_not_release_by_itself_is_looked_after_by_people() {
        assertThat(Plan.release(REGISTER, "orders"))
                .isEqualTo(new Plan.Part("orders", Operation.RELEASE, Plan.RELEASE, false));
        assertThat(Plan.release(REGISTER, "marketing").byHand()).isTrue();
        assertThat(Plan.release(REGISTER, "nobody").byHand()).isTrue();
    }

    private static Plan.Part part(String system, Operation operation, int stage) {
        return new Plan.Part(system, operation, stage, false);
    }

    @Test
    void what_a_system_may_keep_is_what_the_register_says() {
        assertThat(Plan.keeps(REGISTER, "orders"))
                .contains(new SubjectTask.Exemption("user.name", "tax-records"))
                .doesNotContain(new SubjectTask.Exemption("user.contact.email", "tax-records"));
        assertThat(Plan.keeps(REGISTER, "marketing")).isEmpty();
        assertThat(Plan.keeps(REGISTER, "nobody")).isEmpty();
        assertThat(Plan.categories(REGISTER, "preferences"))
                .containsExactly("user.unique_id", "user.privacy_preferences");
        assertThat(Plan.categories(REGISTER, "nobody")).isEmpty();
    }
}
