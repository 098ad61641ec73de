package org.privacypromise.subjecttasks;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;

/** Which of the purpose register's systems this service is; without being one it does not start. */
@Startup
@Singleton
class OwnSystem {

    private final RegisteredSystem system;

    OwnSystem(PurposeRegister register, SubjectTasksConfig config) {
        system = register.system(config.system())
                .orElseThrow(() -> new IllegalStateException("privacy.subject-tasks.system is `" + config.system()
                        + "`, which is no system of the purpose register: name the one that this service is."));
    }

    String key() {
        return system.key();
    }

    /** What the register lets this service keep after an erasure. */
    List<Exemption> exemptions() {
        return system.keeps().stream()
                .flatMap(keep -> keep.categories().stream().map(category -> new Exemption(category, keep.retention())))
                .toList();
    }
}
