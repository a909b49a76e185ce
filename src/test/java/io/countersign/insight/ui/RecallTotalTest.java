package io.countersign.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.PolicyStats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecallTotalTest {
    private static PolicyStats approved(long id, long approved) {
        return new PolicyStats(
                id,
                "policy " + id,
                approved,
                approved,
                0,
                0,
                OptionalDouble.of(1),
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Instant.EPOCH);
    }

    @Test
    void onePolicyIsItsOwnTotal() {
        var total = RecallTotal.of(List.of(approved(1, 90)), Map.of(1L, new Recall(0.9, 0.8, 0.95, 30, 2, 0)))
                .orElseThrow();
        assertThat(total.value()).isCloseTo(0.9, within(1e-9));
        assertThat(total.low()).isCloseTo(0.8, within(1e-9));
        assertThat(total.high()).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void policiesCountAsMuchAsTheyFound() {
        // 90 of 100 and 10 of 20: 100 of 120
        var total = RecallTotal.of(
                        List.of(approved(1, 90), approved(2, 10)),
                        Map.of(1L, new Recall(0.9, 0.8, 0.95, 30, 0, 0), 2L, new Recall(0.5, 0.3, 0.7, 20, 0, 0)))
                .orElseThrow();
        assertThat(total.value()).isCloseTo(100 / 120.0, within(1e-9));
        assertThat(total.policies()).isEqualTo(2);
        assertThat(total.answered()).isEqualTo(50);
    }

    @Test
    void thoseWithTooFewAnswersAreLeftOutUnlessAllAre() {
        var known = new Recall(0.9, 0.8, 0.95, 30, 0, 0);
        var thin = new Recall(0.5, 0.1, 0.9, 3, 0, 17);
        var policies = List.of(approved(1, 90), approved(2, 10));
        assertThat(RecallTotal.of(policies, Map.of(1L, known, 2L, thin))
                        .orElseThrow()
                        .policies())
                .isOne();
        assertThat(RecallTotal.of(policies, Map.of(2L, thin)).orElseThrow().missing())
                .isEqualTo(17);
        assertThat(RecallTotal.of(policies, Map.of())).isEmpty();
    }

    @Test
    void theEstimateLiesWithinItsIntervalAndThatWithinZeroAndOne() {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double value = random.nextDouble();
            double low = value * random.nextDouble();
            double high = value + (1 - value) * random.nextDouble();
            double other = random.nextDouble();
            var total = RecallTotal.of(
                    List.of(approved(1, 1 + random.nextInt(500)), approved(2, random.nextInt(9))),
                    Map.of(
                            1L, new Recall(value, low, high, 20, 0, 0),
                            2L, new Recall(other, 0, 1, 20, 0, 0)));
            total.ifPresent(found -> {
                assertThat(found.low()).isBetween(0.0, found.value() + 1e-12);
                assertThat(found.high()).isBetween(found.value() - 1e-12, 1.0);
            });
        }
    }
}
