package org.privacypromise.preferences.ndjson;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers the lines of a body in their order while it comes. As many batches are under way as keep the database busy, and
 * not one more: a reader who is slow slows the sender down, so memory does not grow with the number of lines.
 */
@ApplicationScoped
public class AnswerLines {

    /** Of one body, beside the batch whose answers go out next. */
    static final int BATCHES_AHEAD = 4;

    /** Of all bodies together. */
    private static final int BATCHES_AT_ONCE = 6;

    private final Vertx vertx;
    private final FewAtOnce batches = new FewAtOnce(BATCHES_AT_ONCE);
    private final AtomicLong atWork = new AtomicLong();

    AnswerLines(Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        Gauge.builder("preferences.lines.at_work", atWork, AtomicLong::get)
                .description("Lines that were taken from streamed bodies and whose answers have not gone out yet")
                .register(meters);
    }

    /** Called by whoever handles the request, before anything of its body is read. */
    public Multi<byte[]> of(HttpServerRequest request, Line.Answer answer) {
        Context context = vertx.getOrCreateContext();
        IncomingLines incoming = new IncomingLines(request, context);
        AtomicLong ours = new AtomicLong();
        // Each batch is begun before the one ahead of it is answered, and waits for its turn in the buffer.
        return Multi.createBy()
                .repeating()
                .uni(incoming::next)
                .until(List::isEmpty)
                .onItem()
                .invoke(lines -> count(lines.size(), ours))
                .map(lines -> begun(lines, answer, context))
                .emitOn(Runnable::run, BATCHES_AHEAD)
                .onItem()
                .transformToUniAndConcatenate(answers -> answers)
                .onItem()
                .invoke(answers -> {
                    count(-answers.lines(), ours);
                    incoming.answered();
                })
                .map(Answers::text)
                .onTermination()
                .invoke(() -> count(-ours.get(), ours));
    }

    /** How many lines are in memory. */
    long atWork() {
        return atWork.get();
    }

    private void count(long lines, AtomicLong ours) {
        ours.addAndGet(lines);
        atWork.addAndGet(lines);
    }

    private Uni<Answers> begun(List<Line> lines, Line.Answer answer, Context context) {
        return Uni.createFrom()
                .completionStage(batches.run(work -> context.runOnContext(now -> work.run()), () -> answer.to(lines))
                        .map(text -> new Answers(lines.size(), text))
                        .subscribeAsCompletionStage());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answers(long lines, byte[] text) {}
}
