package org.privacypromise.personaldata;

import javax.crypto.AEADBadTagException;

/**
 * Encrypts content that is too large for one piece, chunk by chunk, with its subject's key. A chunk opens only as the
 * one it was: of this content, at this place in the order, and the last one or not. So chunks that were exchanged, moved
 * between contents, left out or cut off at the end are noticed, by whoever reads all of them in order up to the last.
 */
public final class ChunkCipher {

    private static final String PURPOSE = "chunk";

    private ChunkCipher() {}

    /**
     * Which chunk it is.
     *
     * @param content what it belongs to, by an ID that holds nothing personal
     * @param index counted from 0
     * @param last whether nothing follows
     */
    public record Position(String content, long index, boolean last) {}

    public static byte[] encrypt(DataKey key, Position position, byte[] plain) {
        return AesGcm.seal(key.secret(), plain, boundTo(key, position));
    }

    /**
     * The bytes again.
     *
     * @throws UnreadableChunkException if this is not what was encrypted with this key for this position
     */
    public static byte[] decrypt(DataKey key, Position position, byte[] encrypted) {
        try {
            return AesGcm.open(key.secret(), encrypted, boundTo(key, position));
        } catch (AEADBadTagException e) {
            throw new UnreadableChunkException(position, e);
        }
    }

    private static String[] boundTo(DataKey key, Position position) {
        return new String[] {
            PURPOSE,
            position.content(),
            Long.toString(position.index()),
            Boolean.toString(position.last()),
            key.id().toString()
        };
    }

    /** A chunk was altered, moved from another place, or belongs to another subject. */
    public static final class UnreadableChunkException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableChunkException(Position position, Throwable cause) {
            super(
                    "Chunk " + position.index() + " of " + position.content()
                            + " was altered, moved there from elsewhere, or belongs to another subject.",
                    cause);
        }
    }
}
