package org.privacypromise.requests.lifecycle.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.events.RequestStatusChanged;
import org.privacypromise.requests.lifecycle.step.Lifecycle.Transition;

class LifecycleTest {

    static final Path DIAGRAM = Path.of("src/main/java/org/privacypromise/requests/lifecycle/step/lifecycle.mermaid");

    private static final List<LifecycleEvent> EVERYTHING = List.of(
            new LifecycleEvent.ContactPointVerified("v", "1.ref"),
            new LifecycleEvent.CustomerRecognised("v", "1.ref"),
            new LifecycleEvent.SignedIn("c"),
            new LifecycleEvent.ScreeningAllowed(),
            new LifecycleEvent.ReviewNeeded(),
            new LifecycleEvent.ReviewAllowed(),
            new LifecycleEvent.ReviewDenied(),
            new LifecycleEvent.Answered(),
            new LifecycleEvent.ProofMissing(),
            new LifecycleEvent.Withdrawn());

    @Test
    void every_event_is_walked() {
        assertThat(EVERYTHING.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(LifecycleEvent.class.getPermittedSubclasses());
    }

    @TestFactory
    Stream<DynamicTest> what_is_in_the_table_happens_and_everything_else_is_refused() {
        return Arrays.stream(Status.values())
                .flatMap(status -> EVERYTHING.stream()
                        .map(event -> DynamicTest.dynamicTest(status + " x " + event.name(), () -> {
                            List<Status> wanted = Lifecycle.table().stream()
                                    .filter(line -> line.from() == status && line.event() == event.getClass())
                                    .map(Transition::to)
                                    .toList();
                            if (wanted.isEmpty()) {
                                assertThat(Lifecycle.allows(status, event)).isFalse();
                                assertThatThrownBy(() -> Lifecycle.next(status, event))
                                        .isInstanceOfSatisfying(
                                                IllegalTransitionException.class,
                                                refused -> assertThat(refused.status())
                                                        .isEqualTo(status));
                            } else {
                                assertThat(Lifecycle.allows(status, event)).isTrue();
                                assertThat(wanted).containsExactly(Lifecycle.next(status, event));
                            }
                        })));
    }

    @Test
    void nothing_leads_out_of_a_closed_request_and_something_out_of_every_other() {
        for (Status status : Status.values()) {
            assertThat(Lifecycle.table().stream().anyMatch(line -> line.from() == status))
                    .as(status.name())
                    .isNotEqualTo(status.isClosed());
        }
    }

    @Test
    void nothing_can_be_withdrawn_once_the_systems_are_at_work() {
        assertThat(Lifecycle.table().stream()
                        .filter(line -> line.event() == LifecycleEvent.Withdrawn.class)
                        .map(Transition::from))
                .containsExactlyInAnyOrder(
                        Status.AWAITING_VERIFICATION, Status.AWAITING_SIGN_IN, Status.SCREENING, Status.IN_REVIEW);
    }

    @Test
    void no_machine_refuses_a_request() {
        assertThat(Lifecycle.table().stream()
                        .filter(line -> line.to() == Status.REFUSED)
                        .map(Transition::from))
                .containsExactly(Status.IN_REVIEW);
    }

    @Test
    void late_and_repeated_news_is_past_and_news_from_the_future_is_not() {
        LifecycleEvent allowed = new LifecycleEvent.ScreeningAllowed();
        LifecycleEvent decided = new LifecycleEvent.ReviewAllowed();

        assertThat(Lifecycle.isPast(Status.SCREENING, allowed)).isFalse();
        assertThat(Lifecycle.isPast(Status.FULFILLING, allowed)).isTrue();
        assertThat(Lifecycle.isPast(Status.ANSWERED, allowed)).isTrue();
        assertThat(Lifecycle.isPast(Status.WITHDRAWN, decided)).isTrue();
        assertThat(Lifecycle.isPast(Status.AWAITING_VERIFICATION, allowed)).isFalse();
        assertThat(Lifecycle.isPast(Status.SCREENING, decided)).isFalse();
    }

    @Test
    void the_event_contract_knows_every_status() {
        assertThat(Arrays.stream(RequestStatusChanged.Status.values())
                        .map(Enum::name)
                        .filter(name -> !name.equals("UNKNOWN")))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Status.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void the_diagram_shows_the_table() throws IOException {
        assertThat(Files.readString(DIAGRAM)).isEqualTo(mermaid());
    }

    private static String mermaid() {
        String lines = Lifecycle.table().stream()
                .map(line -> "    %s --> %s : %s\n"
                        .formatted(line.from(), line.to(), line.event().getSimpleName()))
                .collect(Collectors.joining());
        String ends = Arrays.stream(Status.values())
                .filter(Status::isClosed)
                .map(status -> "    " + status + " --> [*]\n")
                .collect(Collectors.joining());
        return "stateDiagram-v2\n"
                + "    [*] --> AWAITING_VERIFICATION : by a guest\n"
                + "    [*] --> SCREENING : by a signed-in customer\n" + lines + ends;
    }
}
