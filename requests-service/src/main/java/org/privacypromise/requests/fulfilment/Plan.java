package org.privacypromise.requests.fulfilment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.clock.law.Right;

/**
 * Which systems are asked for what, and in which order, as the purpose register says.
 *
 * <p>Most rights ask all at once. An erasure goes from the outside in, stage by stage: nobody may be written to once
 * preferences are gone but with the report, and the report needs the address that identity-service erases after it. What
 * is said to be erased is looked for before the report says so, and all of it once more at the end.
 */
final class Plan {

    /** The systems that were asked so far are probed. */
    static final int LOOK = 35;

    /** Not a system's stage: the person is told what is erased and what is kept. */
    static final int REPORT = 40;

    /** Everybody is probed. */
    static final int LAST_LOOK = 70;

    /** Long after the request was answered, when a retention rule has ended. */
    static final int RELEASE = 100;

    private static final int FIRST = 10;
    private static final Map<String, Integer> STAGES_OF_THE_SUITE =
            Map.of("fraud-check", 20, "preferences", 30, "identity", 50, "requests", 60);

    private Plan() {}

    /** One system's part. */
    record Part(String system, SubjectTask.Operation operation, int stage, boolean byHand) {}

    /** Every part, in the order of the stages and then of the register; none for what a person answers alone. */
    static List<Part> of(PurposeRegister register, Right right) {
        return operation(right).stream()
                .flatMap(operation -> Stream.concat(
                        register.systemsFor(operationOfRegister(operation)).stream()
                                .map(system -> part(
                                        system,
                                        operation,
                                        operation == SubjectTask.Operation.ERASURE ? stage(system) : FIRST)),
                        operation == SubjectTask.Operation.ERASURE ? probes(register) : Stream.empty()))
                .sorted(Comparator.comparingInt(Part::stage))
                .toList();
    }

    /**
     * Whoever holds something that is to be put right: by a program if the system takes part in that, else by people.
     *
     * @param categories what it is about
     */
    static List<Part> ofRectification(PurposeRegister register, List<String> categories) {
        return register.systems().stream()
                .filter(system -> system.holds().stream().anyMatch(categories::contains))
                .map(system -> new Part(
                        system.key(),
                        SubjectTask.Operation.RECTIFICATION,
                        FIRST,
                        !system.hasConnector() || !system.takesPartIn(Operation.RECTIFICATION)))
                .toList();
    }

    private static Stream<Part> probes(PurposeRegister register) {
        return register.systemsFor(Operation.PROBE).stream()
                .flatMap(system -> Stream.concat(
                        stage(system) < LOOK
                                ? Stream.of(part(system, SubjectTask.Operation.PROBE, LOOK))
                                : Stream.empty(),
                        Stream.of(part(system, SubjectTask.Operation.PROBE, LAST_LOOK))));
    }

    private static Part part(RegisteredSystem system, SubjectTask.Operation operation, int stage) {
        return new Part(system.key(), operation, stage, !system.hasConnector());
    }

    /** What a system erases now that it had kept; a person sees to it if the system does not take part in that. */
    static Part release(PurposeRegister register, String system) {
        boolean byProgram = register.system(system)
                .filter(known -> known.hasConnector() && known.takesPartIn(Operation.RELEASE))
                .isPresent();
        return new Part(system, SubjectTask.Operation.RELEASE, RELEASE, !byProgram);
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

    /** Under which operation the register has the duties and the target times for it. */
    static Operation operationOfRegister(SubjectTask.Operation operation) {
        return switch (operation) {
            case ACCESS -> Operation.ACCESS;
            case ERASURE -> Operation.ERASURE;
            case PROBE -> Operation.PROBE;
            case RELEASE -> Operation.RELEASE;
            case RECTIFICATION -> Operation.RECTIFICATION;
            case RESTRICTION, RESTRICTION_LIFTING -> Operation.RESTRICTION;
            case UNKNOWN -> throw new IllegalArgumentException("nobody plans what nobody knows");
        };
    }

    /** What systems are asked for; empty if the answer is a person's alone. */
    private static Optional<SubjectTask.Operation> operation(Right right) {
        return switch (right) {
            case ACCESS, PORTABILITY -> Optional.of(SubjectTask.Operation.ACCESS);
            case ERASURE -> Optional.of(SubjectTask.Operation.ERASURE);
            case RECTIFICATION -> Optional.of(SubjectTask.Operation.RECTIFICATION);
            case RESTRICTION -> Optional.of(SubjectTask.Operation.RESTRICTION);
            case RESTRICTION_LIFTING -> Optional.of(SubjectTask.Operation.RESTRICTION_LIFTING);
            default -> Optional.empty();
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
