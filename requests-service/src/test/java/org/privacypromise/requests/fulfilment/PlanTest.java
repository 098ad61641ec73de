package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;
import org.privacypromise.requests.clock.law.Right;

class PlanTest {

    private static final PurposeRegister REGISTER = RegisterLoader.loadDefault();

    @Test
    void access_asks_all_systems_at_once() {
        assertThat(Plan.of(REGISTER, Right.ACCESS))
                .containsExactly(
                        new Plan.Part("orders", 1),
                        new Plan.Part("marketing", 1),
                        new Plan.Part("identity", 1),
                        new Plan.Part("preferences", 1),
                        new Plan.Part("requests", 1),
                        new Plan.Part("fraud-check", 1));
    }

    @Test
    void an_erasure_goes_from_the_outside_in_and_tells_the_person_while_the_address_is_known() {
        assertThat(Plan.of(REGISTER, Right.ERASURE))
                .containsExactly(
                        new Plan.Part("orders", 1),
                        new Plan.Part("marketing", 1),
                        new Plan.Part("fraud-check", 2),
                        new Plan.Part("preferences", 3),
                        new Plan.Part("identity", 5),
                        new Plan.Part("requests", 6));
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

    @Test
    void the_earliest_stage_that_is_not_done_comes_next() {
        assertThat(Plan.next(Right.ACCESS, Stream.of(1, 1), false)).isEqualTo(1);
        assertThat(Plan.next(Right.ACCESS, Stream.of(), false)).isEqualTo(Plan.DONE);
        assertThat(Plan.next(Right.ERASURE, Stream.of(6, 2, 5), false)).isEqualTo(2);
        assertThat(Plan.next(Right.ERASURE, Stream.of(5, 6), false)).isEqualTo(Plan.REPORT);
        assertThat(Plan.next(Right.ERASURE, Stream.of(5, 6), true)).isEqualTo(5);
        assertThat(Plan.next(Right.ERASURE, Stream.of(), false)).isEqualTo(Plan.REPORT);
        assertThat(Plan.next(Right.ERASURE, Stream.of(), true)).isEqualTo(Plan.DONE);
    }
}
