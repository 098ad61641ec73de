package org.privacypromise.requests.safekeeping;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.privacypromise.personaldata.ChunkCipher;
import org.privacypromise.personaldata.ChunkCipher.Position;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.RequestKey;

/**
 * Keeps the personal content of a request: encrypted under a key of that request alone, so that shredding the key is the
 * end of all of it. Reading and writing go chunk by chunk in short sessions of their own, whatever the size.
 */
@ApplicationScoped
public class Safekeeping {

    static final RetentionClass ANSWER_PACKAGE = new RetentionClass("answer-package");

    private final ContentRepository contents;
    private final SubjectKeys keys;
    private final Clock clock;

    Safekeeping(ContentRepository contents, SubjectKeys keys, Clock clock) {
        this.contents = contents;
        this.keys = keys;
        this.clock = clock;
    }

    /** Begins new content. */
    public Uni<ContentWriter> open(UUID requestId, String owner) {
        Content content = new Content(requestId, owner, clock.instant());
        return Panache.withTransaction(() -> contents.persist(content)
                .chain(() -> keys.forWriting(RequestKey.subject(requestId), ANSWER_PACKAGE))
                .map(key -> new ContentWriter(contents, content, key)));
    }

    /**
     * The content in pieces of 64 KiB, each read when it is asked for. Fails if the content is gone, also in the middle,
     * or if a chunk was altered, exchanged, left out or cut off.
     */
    public Multi<byte[]> read(UUID contentId) {
        // Not before somebody asks for the first piece: else it would take over the session of that moment.
        return Uni.createFrom()
                .deferred(() -> Panache.withSession(() -> contents.findById(contentId)
                        .onItem()
                        .ifNull()
                        .failWith(Safekeeping::gone)
                        .chain(content -> keys.forReading(RequestKey.subject(content.requestId), ANSWER_PACKAGE)
                                .map(key -> new Opened(content, key.orElseThrow(Safekeeping::gone))))))
                .onItem()
                .transformToMulti(this::chunks);
    }

    private record Opened(Content content, DataKey key) {}

    private Multi<byte[]> chunks(Opened opened) {
        Content content = opened.content();
        if (!content.sealed) {
            return Multi.createFrom().failure(gone());
        }
        String binding = content.binding();
        return Multi.createFrom()
                .iterable(() -> LongStream.range(0, content.chunks).iterator())
                .onItem()
                .transformToUniAndConcatenate(index -> Uni.createFrom()
                        .deferred(() -> Panache.withSession(() -> contents.chunk(content.id, index)))
                        .map(chunk -> ChunkCipher.decrypt(
                                opened.key(), new Position(binding, index, index == content.chunks - 1), chunk)));
    }

    /** Throws this content away, in the caller's transaction. */
    public Uni<Void> discard(UUID contentId) {
        return contents.discard(contentId);
    }

    /** Destroys the request's key and everything under it, in the caller's transaction. Safe to repeat. */
    public Uni<List<DestructionCertificate>> shred(UUID requestId) {
        return keys.destroy(RequestKey.subject(requestId), ANSWER_PACKAGE)
                .call(() -> contents.delete("requestId", requestId));
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("the content is not there (any more)");
    }
}
