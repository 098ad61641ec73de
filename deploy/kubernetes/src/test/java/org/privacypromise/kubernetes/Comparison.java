package org.privacypromise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

final class Comparison {

    private Comparison() {}

    static void committed(Repository repository, String file, String expected) {
        assertThat(repository.has(file) ? repository.read(file) : "")
                .as(
                        "%s is not what follows from the sources: run ./suite manifests, look at the change, commit it",
                        file)
                .isEqualTo(expected);
    }
}
