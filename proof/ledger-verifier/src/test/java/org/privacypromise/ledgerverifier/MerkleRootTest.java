package org.privacypromise.ledgerverifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleRootTest {

    @Test
    void grown_leaf_by_leaf_it_is_the_root_that_the_standard_defines() {
        for (int size = 1; size <= 40; size++) {
            MerkleRoot grown = new MerkleRoot();
            leaves(size).forEach(grown::add);

            assertThat(grown.leaves()).isEqualTo(size);
            assertThat(grown.root()).isEqualTo(root(leaves(size)));
        }
    }

    @Test
    void the_path_of_every_leaf_leads_to_the_root_and_only_from_its_own_place() {
        for (int size = 1; size <= 20; size++) {
            List<Sha256> leaves = leaves(size);
            for (int index = 0; index < size; index++) {
                List<Sha256> path = path(leaves, index);

                assertThat(MerkleRoot.reached(leaves.get(index), index, size, path))
                        .isEqualTo(root(leaves));
                assertThat(MerkleRoot.reached(Sha256.over("another"), index, size, path))
                        .isNotEqualTo(root(leaves));
            }
        }
    }

    @Test
    void a_path_that_such_a_tree_cannot_have_is_refused() {
        List<Sha256> leaves = leaves(5);
        List<Sha256> path = path(leaves, 2);
        List<Sha256> longer = new ArrayList<>(path);
        longer.add(Sha256.NONE);

        assertThatThrownBy(() -> MerkleRoot.reached(leaves.get(2), 2, 5, longer))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> MerkleRoot.reached(leaves.get(2), 2, 5, path.subList(0, 1)))
                .hasMessageContaining("too short");
        assertThatThrownBy(() -> MerkleRoot.reached(leaves.get(2), 5, 5, path)).hasMessageContaining("outside");
    }

    private static List<Sha256> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Sha256.over("record " + i))
                .toList();
    }

    private static Sha256 root(List<Sha256> leaves) {
        if (leaves.size() == 1) {
            return Sha256.over(new byte[] {0}, leaves.getFirst().bytes());
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Sha256.over(
                new byte[] {1},
                root(leaves.subList(0, left)).bytes(),
                root(leaves.subList(left, leaves.size())).bytes());
    }

    private static List<Sha256> path(List<Sha256> leaves, int index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        List<Sha256> lefts = leaves.subList(0, left);
        List<Sha256> rights = leaves.subList(left, leaves.size());
        List<Sha256> path = new ArrayList<>(index < left ? path(lefts, index) : path(rights, index - left));
        path.add(root(index < left ? rights : lefts));
        return path;
    }
}
