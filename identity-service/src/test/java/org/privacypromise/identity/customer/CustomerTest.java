package org.privacypromise.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.ContactRef;

class CustomerTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final ContactRef OLD = ContactRef.of(1, new byte[16]);
    private static final ContactRef NEW = ContactRef.of(2, new byte[16]);

    private final Customer customer = Customer.allocate(NOW);

    @Test
    void while_keys_are_renewed_a_contact_point_is_told_under_all_of_them() {
        ContactPointRecorded told = customer.recorded(storedUnder(NEW), List.of(NEW, OLD), NOW);

        assertThat(told.contactRef()).isEqualTo(NEW.toString());
        assertThat(told.otherRefs()).containsExactly(OLD.toString());
        assertThat(told.everyRef()).containsExactly(OLD.toString(), NEW.toString());
    }

    @Test
    void one_that_was_stored_before_the_new_key_came_keeps_its_reference_and_is_found_by_the_new_one() {
        ContactPointRecorded told = customer.recorded(storedUnder(OLD), List.of(NEW, OLD), NOW);

        assertThat(told.contactRef()).isEqualTo(OLD.toString());
        assertThat(told.otherRefs()).containsExactly(NEW.toString());
    }

    @Test
    void with_one_key_there_is_one_reference() {
        assertThat(customer.recorded(storedUnder(OLD), List.of(OLD), NOW).otherRefs())
                .isNull();
    }

    private static RecordedContactPoint storedUnder(ContactRef reference) {
        RecordedContactPoint stored = new RecordedContactPoint();
        stored.kind = ContactPoint.Kind.EMAIL;
        stored.contactRef = reference.toString();
        return stored;
    }
}
