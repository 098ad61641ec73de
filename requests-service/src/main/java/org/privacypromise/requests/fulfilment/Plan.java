package org.privacypromise.requests.fulfilment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.clock.law.Right;

/**
 * Which systems are asked for what, and in which order, as the purpose register says.
 *
 * <p>Access asks all at once. An erasure goes from the outside in, stage by stage: nobody may be written to once
 * preferences are gone but with the report, and the report needs the address that identity-service erases after it.
 */
final class Plan {

    /** Not a system's stage: the person is told what is erased and what is kept. */
    static final int REPORT = 4;

    private static final int FIRST = 1;
    private static final Map<String, Integer> STAGES_OF_THE_SUITE =
            Map.of("fraud-check", 2, "preferences", 3, "identity", 5, "requests", 6);

    private Plan() {}

    /** One system's part. */
    record Part(String system, int stage) {}

    /** Every part, in the order of the stages and then of the register. */
    static List<Part> of(PurposeRegister register, Right right) {
        return register.systemsFor(operation(right)).stream()
                .map(system -> new Part(system.key(), right == Right.ERASURE ? stage(system) : FIRST))
                .sorted(Comparator.comparingInt(Part::stage))
                .toList();
    }

    /** What a system may keep in spite of an erasure; nothing for a system that is not registered. */
    static List<SubjectTask.Exemption> keeps(PurposeRegister register, String system) {
        return register.system(system).stream()
                .flatMap(known -> known.keeps().stream())
                .flatMap(keep -> keep.categories().stream()
                        .map(category -> new SubjectTask.Exemption(category, keep.retention())))
                .toList();
    }

    /** What the system holds according to the register. */
    static List<String> categories(PurposeRegister register, String system) {
        return register.system(system).map(RegisteredSystem::holds).orElse(List.of());
    }

    static SubjectTask.Operation taskOperation(Right right) {
        return switch (right) {
            case ACCESS -> SubjectTask.Operation.ACCESS;
            case ERASURE -> SubjectTask.Operation.ERASURE;
            default -> throw new IllegalArgumentException("no system has a task for " + right);
        };
    }

    /** The stages that are not done yet. */
    static int next(Right right, Stream<Integer> stagesWithOpenTasks, boolean reported) {
        Stream<Integer> report = right == Right.ERASURE && !reported ? Stream.of(REPORT) : Stream.empty();
        return Stream.concat(stagesWithOpenTasks, report)
                .min(Comparator.naturalOrder())
                .orElse(DONE);
    }

    /** Comes after every stage. */
    static final int DONE = Integer.MAX_VALUE;

    private static Operation operation(Right right) {
        return switch (right) {
            case ACCESS -> Operation.ACCESS;
            case ERASURE -> Operation.ERASURE;
            default -> throw new IllegalArgumentException("no system has a task for " + right);
        };
    }

    private static int stage(RegisteredSystem system) {
        if (!system.suite()) {
            return FIRST;
        }
        Integer stage = STAGES_OF_THE_SUITE.get(system.key());
        if (stage == null) {
            throw new IllegalStateException("the suite has no system " + system.key());
        }
        return stage;
    }
}
