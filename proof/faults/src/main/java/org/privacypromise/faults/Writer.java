package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.faults.history.Operation;
import org.privacypromise.faults.history.Operation.Kind;
import org.privacypromise.faults.history.Operation.Outcome;

/**
 * One client that goes on whatever happens: changes choices on the page, follows links of mails, reads. Several of them
 * share the same customers.
 */
final class Writer implements Runnable {

    private static final Duration AFTER_A_FAULT = Duration.ofMillis(200);

    private final PreferencesApi api;
    private final Scene scene;
    private final Recorder recorder;
    private final Random random;
    private final BooleanSupplier goOn;

    Writer(PreferencesApi api, Scene scene, Recorder recorder, long seed, BooleanSupplier goOn) {
        this.api = api;
        this.scene = scene;
        this.recorder = recorder;
        this.random = new Random(seed);
        this.goOn = goOn;
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            step();
        }
    }

    void step() {
        Scene.Person person = one(scene.people());
        int which = random.nextInt(10);
        if (which < 6) {
            change(person, someChoices());
        } else if (which < 8) {
            follow(person, one(person.links()));
        } else {
            read(person);
        }
    }

    void change(Scene.Person person, Map<Cell, Boolean> wanted) {
        long number = recorder.nextNumber();
        ask(
                number,
                Kind.CHANGE,
                wanted,
                List.of(person.key()),
                () -> api.change(person.customerId(), scene.noticeVersion(), Mark.language(number), wanted));
    }

    private void follow(Scene.Person person, Scene.Link link) {
        // One link concerns the contact point and whoever is reached by it.
        ask(
                recorder.nextNumber(),
                Kind.LINK,
                Map.of(link.cell(), false),
                List.of(person.key(), person.contactKey()),
                () -> api.follow(link.url()));
    }

    private void read(Scene.Person person) {
        ask(recorder.nextNumber(), Kind.READ, Map.of(), List.of(person.key()), () -> api.read(person.customerId()));
    }

    private interface Request {
        PreferencesApi.Answer send() throws IOException;
    }

    private void ask(long number, Kind kind, Map<Cell, Boolean> wanted, List<String> keys, Request request) {
        long begun = SharedClock.now();
        try {
            PreferencesApi.Answer answer = request.send();
            long ended = SharedClock.now();
            Outcome outcome = outcome(answer.status());
            boolean tellsAPage = kind != Kind.LINK && outcome == Outcome.DONE;
            JsonNode page = PreferencesApi.parse(tellsAPage ? answer.body() : "{}");
            for (String key : keys) {
                recorder.add(new Operation(
                        number,
                        key,
                        kind,
                        wanted,
                        begun,
                        ended,
                        outcome,
                        tellsAPage ? OptionalLong.of(page.path("version").asLong()) : OptionalLong.empty(),
                        PreferencesApi.choices(page)));
            }
        } catch (IOException e) {
            for (String key : keys) {
                recorder.add(new Operation(
                        number, key, kind, wanted, begun, 0, Outcome.UNKNOWN, OptionalLong.empty(), Map.of()));
            }
            Patience.pause(AFTER_A_FAULT);
        }
    }

    /** A server's error leaves open what was done. */
    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DONE;
        }
        return status >= 500 ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    private Map<Cell, Boolean> someChoices() {
        Map<Cell, Boolean> wanted = new HashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            wanted.put(one(scene.changeable()), random.nextBoolean());
        }
        return wanted;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
