package io.fenlu.ledger.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int SIZES = 40;
    private static final HexFormat HEX = HexFormat.of();

    /** The eight leaves and the root that implementations of certificate transparency test with. */
    @Test
    void a_known_tree_has_its_known_root() {
        var leaves = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(HEX::parseHex)
                .toList();
        var tree = new MerkleTree(nodes(leaves));
        assertThat(HEX.formatHex(tree.root(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HEX.formatHex(tree.root(8)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void every_leaf_is_shown_to_be_in_every_tree_that_holds_it_and_no_other_is() {
        var leaves = leaves();
        var tree = new MerkleTree(nodes(leaves));
        for (int size = 1; size <= SIZES; size++) {
            for (int leaf = 0; leaf < size; leaf++) {
                var path = tree.inclusion(leaf, size);
                var hash = MerkleTree.leaf(leaves.get(leaf));
                assertThat(MerkleTree.included(hash, leaf, size, path, tree.root(size)))
                        .isTrue();
                assertThat(MerkleTree.included(MerkleTree.leaf(new byte[] {9}), leaf, size, path, tree.root(size)))
                        .isFalse();
                if (size > 1) {
                    assertThat(MerkleTree.included(hash, (leaf + 1) % size, size, path, tree.root(size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_tree_is_shown_to_continue_every_smaller_one_and_no_other() {
        var tree = new MerkleTree(nodes(leaves()));
        for (int second = 1; second <= SIZES; second++) {
            for (int first = 1; first <= second; first++) {
                var proof = tree.consistency(first, second);
                assertThat(MerkleTree.consistent(first, tree.root(first), second, tree.root(second), proof))
                        .isTrue();
                assertThat(MerkleTree.consistent(first, tree.root(first), second, new byte[Sha256.LENGTH], proof))
                        .isFalse();
                assertThat(MerkleTree.consistent(first, new byte[Sha256.LENGTH], second, tree.root(second), proof))
                        .isFalse();
            }
        }
    }

    private static List<byte[]> leaves() {
        var leaves = new ArrayList<byte[]>();
        for (int leaf = 0; leaf < SIZES; leaf++) {
            leaves.add(new byte[] {(byte) leaf, (byte) (leaf * 7)});
        }
        return leaves;
    }

    private static MerkleTree.Nodes nodes(List<byte[]> leaves) {
        return new MerkleTree.Nodes() {
            @Override
            public byte[] node(int level, long index) {
                return level == 0
                        ? MerkleTree.leaf(leaves.get((int) index))
                        : MerkleTree.inner(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
            }
        };
    }
}
