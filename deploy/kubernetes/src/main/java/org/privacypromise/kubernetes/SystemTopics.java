package org.privacypromise.kubernetes;

import java.util.Set;
import java.util.stream.Stream;
import org.privacypromise.events.EventType;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;

/** Which topics an address of {@code asyncapi.yaml} stands for. */
final class SystemTopics {

    private static final String SYSTEM = "{system}";

    private SystemTopics() {}

    /** The address itself; or, if it names a system, the topics of all that take part in what it is about. */
    static Stream<String> named(String address, PurposeRegister register) {
        return address.contains(SYSTEM)
                ? register.systems().stream()
                        .filter(system -> takesPart(system, address))
                        .map(system -> address.replace(SYSTEM, system.key()))
                : Stream.of(address);
    }

    private static boolean takesPart(RegisteredSystem system, String address) {
        Set<Operation> operations = address.equals(EventType.CHOICES_ACKNOWLEDGED.address())
                ? Set.of(Operation.PREFERENCES)
                : Set.of(Operation.ACCESS, Operation.ERASURE);
        return operations.stream().anyMatch(system::takesPartIn);
    }
}
