package org.privacypromise.subjecttasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.teststack.KeyFolders;

class SubjectRefsTest {

    private final Path folder = KeyFolders.withOneKey();
    private final KeyFolder keys = KeyFolder.open(folder);
    private final SubjectRefs refs = new SubjectRefs(new MacKeys(keys));

    @Test
    void a_reference_names_its_key_version_and_nobody() {
        String ref = refs.refOf("c:customer-1");

        assertThat(ref).matches("1\\.[A-Za-z0-9_-]{22}").doesNotContain("customer");
        assertThat(refs.refOf("c:customer-1")).isEqualTo(ref);
        assertThat(refs.refOf("p:customer-1")).isNotEqualTo(ref);
        assertThat(refs.refOf("c:customer-2")).isNotEqualTo(ref);
        // And the ledger takes it
        assertThat(new SubjectErased(ref, 1, SubjectErased.Scope.CUSTOMER, Instant.EPOCH).key())
                .isEqualTo(ref);
    }

    @Test
    void a_reference_under_a_key_that_is_gone_can_be_told() {
        assertThat(refs.lackKeyOf(refs.refOf("c:customer-1"))).isFalse();
        assertThat(refs.lackKeyOf("7.AAAAAAAAAAAAAAAAAAAAAA")).isTrue();
        assertThat(refs.lackKeyOf("nothing of the kind")).isFalse();
    }

    @Test
    void another_erasure_key_gives_other_references() {
        SubjectRefs others = new SubjectRefs(new MacKeys(KeyFolder.open(KeyFolders.withOneKey())));

        assertThat(others.refOf("c:customer-1")).isNotEqualTo(refs.refOf("c:customer-1"));
    }

    @Test
    void a_look_up_tries_every_version_that_is_there() throws IOException {
        // Given
        String before = refs.refOf("c:customer-1");

        // When the key is rotated
        KeyFolders.add(folder, 2);
        keys.reload();

        // Then
        assertThat(refs.refOf("c:customer-1")).startsWith("2.");
        assertThat(refs.allVersions("c:customer-1")).containsExactly(refs.refOf("c:customer-1"), before);
    }
}
