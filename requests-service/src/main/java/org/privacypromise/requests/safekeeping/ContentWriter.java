package org.privacypromise.requests.safekeeping;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.privacypromise.personaldata.ChunkCipher;
import org.privacypromise.personaldata.ChunkCipher.Position;
import org.privacypromise.personaldata.DataKey;

/**
 * Takes content piece by piece, each after the one before is stored, so that no more than a chunk and a piece are ever
 * in memory. Each chunk commits by itself: a slow sender holds no connection. What is never {@link #finish finished} is
 * thrown away.
 */
public final class ContentWriter {

    static final int CHUNK_BYTES = 64 * 1024;

    private final ContentRepository contents;
    private final UUID content;
    private final String binding;
    private final DataKey key;
    private final MessageDigest digest = sha256();
    private final byte[] pending = new byte[CHUNK_BYTES];
    private int filled;
    private long chunks;
    private long bytes;

    ContentWriter(ContentRepository contents, Content content, DataKey key) {
        this.contents = contents;
        this.content = content.id;
        this.binding = content.binding();
        this.key = key;
    }

    /** How many bytes it has taken so far. */
    public long bytes() {
        return bytes;
    }

    /** Completes when everything up to here is stored, but for what does not fill a chunk. */
    public Uni<Void> write(byte[] piece) {
        digest.update(piece);
        bytes += piece.length;
        List<byte[]> full = new ArrayList<>();
        for (int from = 0; from < piece.length; ) {
            // A full chunk waits for the next byte: only then it is certain that it is not the last.
            if (filled == CHUNK_BYTES) {
                full.add(take());
            }
            int length = Math.min(CHUNK_BYTES - filled, piece.length - from);
            System.arraycopy(piece, from, pending, filled, length);
            filled += length;
            from += length;
        }
        return full.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.withTransaction(() -> store(full, 0)).replaceWithVoid();
    }

    /** Seals the content in a transaction of its own. Fails if it was thrown away meanwhile. */
    public Uni<SealedContent> finish() {
        byte[] last = take();
        SealedContent sealed = new SealedContent(content, bytes, HexFormat.of().formatHex(digest.digest()));
        return Panache.withTransaction(() -> append(last, true)
                .chain(() -> contents.findById(content))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("the content was thrown away while it was written"))
                .invoke(row -> row.seal(chunks, bytes))
                .replaceWith(sealed));
    }

    /** Throws away what was written. */
    public Uni<Void> abandon() {
        return Panache.withTransaction(() -> contents.discard(content));
    }

    private Uni<Void> store(List<byte[]> full, int index) {
        return index == full.size()
                ? Uni.createFrom().voidItem()
                : append(full.get(index), false).chain(() -> store(full, index + 1));
    }

    private Uni<Void> append(byte[] plain, boolean last) {
        long index = chunks++;
        return contents.append(content, index, ChunkCipher.encrypt(key, new Position(binding, index, last), plain));
    }

    private byte[] take() {
        byte[] chunk = Arrays.copyOf(pending, filled);
        filled = 0;
        return chunk;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
