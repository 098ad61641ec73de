package org.privacypromise.preferences.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    @Test
    void the_tree_of_seven_is_the_one_in_the_standard() {
        // RFC 9162, section 2.1.5
        List<LedgerHash> d = leaves(7);
        LedgerHash g = node(leaf(d.get(0)), leaf(d.get(1)));
        LedgerHash h = node(leaf(d.get(2)), leaf(d.get(3)));
        LedgerHash i = node(leaf(d.get(4)), leaf(d.get(5)));
        LedgerHash j = leaf(d.get(6));
        LedgerHash k = node(g, h);
        LedgerHash l = node(i, j);

        assertThat(MerkleTree.root(d)).isEqualTo(node(k, l));
        assertThat(MerkleTree.path(d, 0)).containsExactly(leaf(d.get(1)), h, l);
        assertThat(MerkleTree.path(d, 3)).containsExactly(leaf(d.get(2)), g, l);
        assertThat(MerkleTree.path(d, 4)).containsExactly(leaf(d.get(5)), j, k);
        assertThat(MerkleTree.path(d, 6)).containsExactly(i, k);
    }

    @Test
    void one_leaf_is_a_tree_and_none_is_not() {
        LedgerHash only = leaves(1).getFirst();

        assertThat(MerkleTree.root(List.of(only))).isEqualTo(leaf(only));
        assertThat(MerkleTree.path(List.of(only), 0)).isEmpty();
        assertThatThrownBy(() -> MerkleTree.root(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void other_leaves_or_another_order_give_another_root() {
        List<LedgerHash> leaves = leaves(5);

        assertThat(MerkleTree.root(leaves))
                .isNotEqualTo(MerkleTree.root(leaves.reversed()))
                .isNotEqualTo(MerkleTree.root(leaves.subList(0, 4)));
    }

    private static List<LedgerHash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LedgerHash.over(new byte[] {(byte) i}))
                .toList();
    }

    private static LedgerHash leaf(LedgerHash data) {
        return LedgerHash.over(LEAF, data.bytes());
    }

    private static LedgerHash node(LedgerHash left, LedgerHash right) {
        return LedgerHash.over(NODE, left.bytes(), right.bytes());
    }
}
