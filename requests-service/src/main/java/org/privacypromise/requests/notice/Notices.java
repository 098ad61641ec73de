package org.privacypromise.requests.notice;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.privacypromise.requests.lifecycle.Request;

/** Mails to the person who asked. */
public interface Notices {

    /**
     * Queues a mail in the caller's transaction, in which the request is locked; it is sent after the commit, again and
     * again until the recipient's mail server has taken it. A second one of the same kind for the same request is none.
     *
     * @param data what the template of this kind asks for, besides the request
     */
    default Uni<Void> append(Request request, NoticeKind kind, Map<String, Object> data) {
        return append(List.of(request), kind, data);
    }

    /** One mail about all that was asked in one go; it is the first one's. */
    Uni<Void> append(List<Request> together, NoticeKind kind, Map<String, Object> data);

    /**
     * As {@link #append(Request, NoticeKind, Map)}, of a kind that may come several times: one for each occasion.
     *
     * @param occurrence counted from 1
     */
    Uni<Void> append(Request request, NoticeKind kind, int occurrence, Map<String, Object> data);

    /** How far it has come; empty if nothing of this kind was appended. In the caller's session. */
    Uni<Optional<NoticeState>> stateOf(UUID request, NoticeKind kind);
}
