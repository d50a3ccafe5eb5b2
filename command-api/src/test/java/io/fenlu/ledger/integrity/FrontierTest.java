package io.fenlu.ledger.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final int SIZES = 600;

    private record Place(int level, long index) {}

    private static byte[] leaf(long index) {
        return MerkleTree.leaf(ByteBuffer.allocate(8).putLong(index).array());
    }

    @Test
    void the_growing_edge_has_the_root_of_the_tree_at_every_size_and_tells_each_complete_subtree() {
        Map<Place, byte[]> complete = new HashMap<>();
        var tree = new MerkleTree((level, index) ->
                level == 0 ? leaf(index) : complete.getOrDefault(new Place(level, index), new byte[0]));
        var edge = Frontier.ofNothing();
        for (var size = 0; size <= SIZES; size++) {
            assertThat(edge.size()).isEqualTo(size);
            assertThat(edge.root()).as("size %d", size).isEqualTo(tree.root(size));
            edge.add(leaf(size), (level, index, hash) -> complete.put(new Place(level, index), hash));
        }
        assertThat(complete.keySet())
                .contains(new Place(8, 0), new Place(8, 1), new Place(9, 0))
                .doesNotContain(new Place(8, 2), new Place(10, 0));
    }

    @Test
    void the_edge_of_any_size_goes_on_as_if_it_had_grown() {
        Map<Place, byte[]> complete = new HashMap<>();
        var grown = Frontier.ofNothing();
        for (var size = 0; size < SIZES; size++) {
            grown.add(leaf(size), (level, index, hash) -> complete.put(new Place(level, index), hash));
        }
        for (var size = 0; size <= SIZES; size += 37) {
            var edge = Frontier.at(
                    size,
                    (level, index) ->
                            level == 0 ? leaf(index) : complete.getOrDefault(new Place(level, index), new byte[0]));
            for (var next = size; next < SIZES; next++) {
                edge.add(leaf(next), (_, _, _) -> {});
            }
            assertThat(edge.root()).as("from %d on", size).isEqualTo(grown.root());
        }
    }
}
