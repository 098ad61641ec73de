package org.privacypromise.requests.lifecycle.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
            new LifecycleEvent.NoProofNeeded(),
            new LifecycleEvent.ScreeningAllowed(),
            new LifecycleEvent.ReviewNeeded(),
            new LifecycleEvent.ReviewAllowed(),
            new LifecycleEvent.ReviewDenied(),
            new LifecycleEvent.Refused(Ground.EXCESSIVE),
            new LifecycleEvent.IdentityAsked(LocalDate.EPOCH),
            new LifecycleEvent.IdentityReceived(LocalDate.EPOCH),
            new LifecycleEvent.ClarificationAsked(LocalDate.EPOCH),
            new LifecycleEvent.ClarificationReceived(LocalDate.EPOCH),
            new LifecycleEvent.Extended(),
            new LifecycleEvent.Answered(),
            new LifecycleEvent.PartlyAnswered(),
            new LifecycleEvent.Reopened(),
            new LifecycleEvent.ProofMissing(),
            new LifecycleEvent.Withdrawn());

    @Test
    void every_event_is_walked() {
        assertThat(EVERYTHING.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                LifecycleEvent.class.getPermittedSubclasses(),
                                LifecycleEvent.MovesClock.class.getPermittedSubclasses())
                        .flatMap(Arrays::stream)
                        .filter(Class::isRecord)
                        .toList());
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
    void nothing_leads_out_of_a_closed_request_but_data_that_turns_up_again_and_something_out_of_every_other() {
        for (Status status : Status.values()) {
            assertThat(Lifecycle.table().stream()
                            .anyMatch(line -> line.from() == status
                                    && line.to() != status
                                    && line.event() != LifecycleEvent.Reopened.class))
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
    void only_what_was_answered_is_opened_again() {
        assertThat(Lifecycle.table().stream()
                        .filter(line -> line.event() == LifecycleEvent.Reopened.class)
                        .map(Transition::from))
                .containsExactlyInAnyOrder(Status.FULFILLING, Status.ANSWERED, Status.ANSWERED_IN_PART);
    }

    @Test
    void what_moves_the_clock_leaves_a_request_where_it_is() {
        assertThat(Lifecycle.table().stream()
                        .filter(line -> LifecycleEvent.MovesClock.class.isAssignableFrom(line.event())))
                .isNotEmpty()
                .allMatch(line -> line.from() == line.to());
    }

    @Test
    void no_machine_refuses_a_request() {
        assertThat(Lifecycle.table().stream()
                        .filter(line -> line.to() == Status.REFUSED)
                        .map(line -> line.from() + " " + line.event().getSimpleName()))
                .containsExactly("IN_REVIEW ReviewDenied", "IN_REVIEW Refused", "FULFILLING Refused");
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
    void an_answer_is_not_past_before_there_was_work_however_a_request_may_turn() {
        assertThat(Lifecycle.isPast(Status.SCREENING, new LifecycleEvent.Answered()))
                .isFalse();
        assertThat(Lifecycle.isPast(Status.ANSWERED, new LifecycleEvent.Answered()))
                .isTrue();
        assertThat(Lifecycle.isPast(Status.ANSWERED, new LifecycleEvent.ScreeningAllowed()))
                .isTrue();
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
                + "    [*] --> SCREENING : by a signed-in customer\n"
                + "    [*] --> AWAITING_SIGN_IN : in the name of a customer\n"
                + "    [*] --> FULFILLING : an objection to advertising\n" + lines + ends;
    }
}
