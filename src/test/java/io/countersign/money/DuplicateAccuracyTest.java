package io.countersign.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How many planted doubles are found, and how many legitimate repeats are taken for doubles, in generated lives. */
class DuplicateAccuracyTest {
    private final DuplicateFinder finder = new DuplicateFinder(MerchantKeys.load());

    private record Score(int found, int right, int planted) {
        Score and(Score other) {
            return new Score(found + other.found, right + other.right, planted + other.planted);
        }

        double precision() {
            return right / (double) found;
        }

        double recall() {
            return right / (double) planted;
        }
    }

    private Score score(long seed) {
        var world = MoneyWorld.of(seed);
        var pairs = finder.find(world.receipts(), MoneyDesk.WINDOW_DAYS, List.of());
        assertEachReceiptOnce(pairs);
        var found = pairs.stream()
                .map(pair -> Set.of(pair.earlier().id(), pair.later().id()))
                .collect(Collectors.toSet());
        int right = (int) found.stream().filter(world.doubles()::contains).count();
        return new Score(found.size(), right, world.doubles().size());
    }

    private static void assertEachReceiptOnce(List<DuplicatePair> pairs) {
        var seen = new HashSet<StatementId>();
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(seen.add(pair.earlier().id())).isTrue();
            assertThat(seen.add(pair.later().id())).isTrue();
            assertThat(pair.daysApart()).isBetween(0L, (long) MoneyDesk.WINDOW_DAYS);
        });
    }

    @Test
    void plantedDoublesAreFoundAndLegitimateRepeatsAreNot() {
        // Other lives than those on which the model was chosen (1 to 60).
        var score = LongStream.range(1000, 1040)
                .mapToObj(this::score)
                .reduce(Score::and)
                .orElseThrow();

        assertThat(score.planted()).isGreaterThan(1000);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
    }
}
