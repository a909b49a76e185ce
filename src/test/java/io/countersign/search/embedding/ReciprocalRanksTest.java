package io.countersign.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ReciprocalRanksTest {
    @Test
    void ranksAreAddedByTheirReciprocals() {
        var ranks = new ReciprocalRanks(List.of(1L, 2L, 3L), List.of(3L, 4L));
        assertThat(ranks.score(1)).isCloseTo(1 / 61.0, within(1e-12));
        assertThat(ranks.score(3)).isCloseTo(1 / 63.0 + 1 / 61.0, within(1e-12));
        assertThat(ranks.score(4)).isCloseTo(1 / 62.0, within(1e-12));
        assertThat(ranks.order()).containsExactly(3L, 1L, 2L, 4L);
        assertThat(ranks.raise(3)).isCloseTo(1 + 63.0 / 61, within(1e-12));
        assertThat(ranks.raise(1)).isEqualTo(1);
        assertThat(ranks.raise(4)).isEqualTo(1);
    }

    @Test
    void noMailIsLostAndNoneOvertakesOneThatIsBetterInBothOrders() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            var words = some(random);
            var meanings = some(random);
            var fused = new ReciprocalRanks(words, meanings).order();
            assertThat(fused).doesNotHaveDuplicates().containsAll(words).containsAll(meanings);
            for (long id : fused) {
                int a = words.indexOf(id) + 1;
                int b = meanings.indexOf(id) + 1;
                if (a > 0 && b > 0) {
                    assertThat(fused.indexOf(id) + 1).isLessThanOrEqualTo(a + b - 1);
                } else {
                    assertThat(fused.indexOf(id) + 1)
                            .isLessThanOrEqualTo(2 * Math.max(a, b) + bothBefore(words, meanings));
                }
            }
        }
    }

    /** Mails in both orders may stand before any that is in one. */
    private static int bothBefore(List<Long> words, List<Long> meanings) {
        return (int) words.stream().filter(meanings::contains).count();
    }

    @Test
    void mailsOfOneOrderKeepTheirs() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            var words = some(random);
            var meanings = some(random);
            var onlyWords = words.stream().filter(id -> !meanings.contains(id)).toList();
            var onlyMeanings =
                    meanings.stream().filter(id -> !words.contains(id)).toList();
            var fused = new ReciprocalRanks(words, meanings).order();
            assertThat(fused.stream().filter(onlyWords::contains)).containsExactlyElementsOf(onlyWords);
            assertThat(fused.stream().filter(onlyMeanings::contains)).containsExactlyElementsOf(onlyMeanings);
        }
    }

    private static List<Long> some(Random random) {
        var ids = new ArrayList<>(LongStream.rangeClosed(1, 60).boxed().toList());
        Collections.shuffle(ids, random);
        return List.copyOf(ids.subList(0, random.nextInt(1, 50)));
    }
}
