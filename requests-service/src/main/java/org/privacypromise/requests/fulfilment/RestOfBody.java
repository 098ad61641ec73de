package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What of a body is still to come when it is refused already. Many clients read no answer before they have sent
 * everything, so it is taken in and dropped; but not for ever.
 */
final class RestOfBody {

    private static final long MOST = 16L * 1024 * 1024;

    private RestOfBody() {}

    /** Whether a body of this length, as its header says it, is dropped rather than cut off. */
    static boolean isWorthTaking(String length) {
        return length.length() < 10 && Long.parseLong(length) <= MOST;
    }

    /** Completes when the answer can be sent. */
    static Uni<Void> discard(HttpServerRequest request) {
        return Uni.createFrom().emitter(done -> {
            if (request.isEnded()) {
                done.complete(null);
                return;
            }
            // Should it not end in time, the connection cannot be used again.
            announceClose(request);
            AtomicLong dropped = new AtomicLong();
            request.exceptionHandler(broken -> done.complete(null));
            request.endHandler(end -> done.complete(null));
            request.handler(piece -> {
                if (dropped.addAndGet(piece.length()) > MOST) {
                    request.pause();
                    done.complete(null);
                }
            });
            request.resume();
        });
    }

    /** HTTP/2 knows no such header, and closes a stream instead. */
    static void announceClose(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
