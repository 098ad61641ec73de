package org.privacypromise.ledgerverifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The root of the Merkle tree of RFC 9162, section 2.1, grown leaf by leaf. */
final class MerkleRoot {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The roots of the full trees so far, the smallest first. */
    private final Deque<Sha256> full = new ArrayDeque<>();

    private long leaves;

    void add(Sha256 record) {
        Sha256 root = leaf(record);
        // As many full trees of the same size are joined as the number of leaves so far ends in ones.
        for (long size = leaves; (size & 1) == 1; size >>= 1) {
            root = node(full.pop(), root);
        }
        full.push(root);
        leaves++;
    }

    long leaves() {
        return leaves;
    }

    /** Of at least one leaf. */
    Sha256 root() {
        Sha256 root = full.getFirst();
        for (Sha256 left : full.stream().skip(1).toList()) {
            root = node(left, root);
        }
        return root;
    }

    /**
     * The root that a record and its path lead to (RFC 9162, section 2.1.3.2).
     *
     * @throws IllegalArgumentException if a tree of this size has no such path
     */
    static Sha256 reached(Sha256 record, long index, long leaves, List<Sha256> path) {
        if (index < 0 || index >= leaves) {
            throw new IllegalArgumentException("its place is outside of its head");
        }
        long place = index;
        long last = leaves - 1;
        Sha256 reached = leaf(record);
        for (Sha256 other : path) {
            if (last == 0) {
                throw new IllegalArgumentException("its path is too long");
            }
            if ((place & 1) == 1 || place == last) {
                reached = node(other, reached);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                reached = node(reached, other);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("its path is too short");
        }
        return reached;
    }

    private static Sha256 leaf(Sha256 record) {
        return Sha256.over(LEAF, record.bytes());
    }

    private static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.over(NODE, left.bytes(), right.bytes());
    }
}
