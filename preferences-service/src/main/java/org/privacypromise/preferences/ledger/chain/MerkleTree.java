package org.privacypromise.preferences.ledger.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over the hashes of records. Its root stands for all of them in their order,
 * and a short path shows that one of them is in it without showing the others.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /**
     * What stands for all of them.
     *
     * @throws IllegalArgumentException for no leaf at all: there is nothing to sign then
     */
    public static LedgerHash root(List<LedgerHash> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a tree without leaves has no root");
        }
        if (leaves.size() == 1) {
            return LedgerHash.over(LEAF, leaves.getFirst().bytes());
        }
        int left = leftOf(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** From the leaf up: what has to be hashed together with it, level by level, to come out at the root. */
    public static List<LedgerHash> path(List<LedgerHash> leaves, int index) {
        List<LedgerHash> path = new ArrayList<>();
        collect(leaves, index, path);
        return List.copyOf(path);
    }

    private static void collect(List<LedgerHash> leaves, int index, List<LedgerHash> path) {
        if (leaves.size() == 1) {
            return;
        }
        int left = leftOf(leaves.size());
        List<LedgerHash> lefts = leaves.subList(0, left);
        List<LedgerHash> rights = leaves.subList(left, leaves.size());
        if (index < left) {
            collect(lefts, index, path);
            path.add(root(rights));
        } else {
            collect(rights, index - left, path);
            path.add(root(lefts));
        }
    }

    private static LedgerHash node(LedgerHash left, LedgerHash right) {
        return LedgerHash.over(NODE, left.bytes(), right.bytes());
    }

    /** The largest power of two that leaves something for the right. */
    private static int leftOf(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }
}
