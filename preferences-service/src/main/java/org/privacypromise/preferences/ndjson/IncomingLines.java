package org.privacypromise.preferences.ndjson;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a body, some at a time. Nothing is read before somebody asks, which is what slows a fast sender down. As
 * long as lines are being answered, others are gathered until there are many; when none is, whoever sends one and waits
 * for its answer gets it (as Nagle's algorithm, RFC 896, has it).
 */
final class IncomingLines {

    static final int MOST = 1000;
    private static final long PATIENCE_MILLIS = 2;

    private final HttpServerRequest request;
    private final Context context;
    private final ArrayDeque<Line> ready = new ArrayDeque<>();
    private final LineSplitter splitter = new LineSplitter(ready::add);
    private @Nullable UniEmitter<? super List<Line>> waiting;
    private @Nullable Throwable broken;
    private boolean ended;
    private boolean timed;
    private int underWay;

    IncomingLines(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
        request.pause();
        request.handler(piece -> take(piece.getBytes()));
        request.endHandler(end -> end());
        request.exceptionHandler(this::breakOff);
    }

    /** Up to {@link #MOST} lines, fewer if no more have come; none if there are no more. Ask again when it is answered. */
    Uni<List<Line>> next() {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(now -> {
                    waiting = emitter;
                    serve();
                }));
    }

    /** The lines that were handed out first, of those not answered before, are answered. */
    void answered() {
        underWay--;
        waitForMore();
    }

    private void serve() {
        if (ready.size() >= MOST || ended) {
            hand();
        } else if (broken != null) {
            fail(broken);
        } else {
            waitForMore();
            request.resume();
        }
    }

    private void take(byte[] piece) {
        splitter.take(piece);
        if (ready.size() >= MOST) {
            hand();
        } else {
            waitForMore();
        }
    }

    private void waitForMore() {
        if (underWay == 0 && !ready.isEmpty() && !timed) {
            timed = true;
            context.owner().setTimer(PATIENCE_MILLIS, timer -> {
                timed = false;
                if (underWay == 0 && !ready.isEmpty()) {
                    hand();
                }
            });
        }
    }

    private void end() {
        splitter.finish();
        ended = true;
        hand();
    }

    private void breakOff(Throwable cause) {
        broken = cause;
        fail(cause);
    }

    private void hand() {
        UniEmitter<? super List<Line>> asked = waiting;
        if (asked == null) {
            return;
        }
        waiting = null;
        if (!ended) {
            request.pause();
        }
        List<Line> lines = new ArrayList<>(Math.min(MOST, ready.size()));
        while (lines.size() < MOST && !ready.isEmpty()) {
            lines.add(ready.poll());
        }
        underWay++;
        asked.complete(lines);
    }

    private void fail(Throwable cause) {
        UniEmitter<? super List<Line>> asked = waiting;
        waiting = null;
        if (asked != null) {
            asked.fail(cause);
        }
    }
}
