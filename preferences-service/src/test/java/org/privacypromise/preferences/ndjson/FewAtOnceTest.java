package org.privacypromise.preferences.ndjson;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewAtOnceTest {

    private final FewAtOnce two = new FewAtOnce(2);
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final List<String> results = new ArrayList<>();

    @Test
    void no_more_than_so_many_run_and_the_others_follow_in_their_order() {
        for (int i = 0; i < 4; i++) {
            start();
        }
        assertThat(begun).hasSize(2);

        begun.get(0).complete("a");
        assertThat(begun).hasSize(3);
        begun.get(1).fail(new IllegalStateException("b"));
        assertThat(begun).hasSize(4);
        begun.get(3).complete("d");
        begun.get(2).complete("c");

        assertThat(results).containsExactly("a", "b", "d", "c");
        start();
        start();
        start();
        assertThat(begun).hasSize(6);
    }

    private void start() {
        two.run(Runnable::run, () -> Uni.createFrom().<String>emitter(begun::add))
                .subscribe()
                .with(results::add, failure -> results.add(failure.getMessage()));
    }
}
