package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps are the batches, counted, on both databases. */
abstract class StepsContract {
    abstract Database open();

    @Test
    void stepsSinceAMomentAreTheBatchesThatWereDecidedOrTakenBackFromThenOn() {
        var random = new Random(8);
        try (var desk = new Desk(open())) {
            var decisions = desk.store.decisions();
            for (int i = 0; i < 40; i++) {
                var at = Desk.NOW.plus(Duration.ofDays(i));
                var actions = random.nextBoolean()
                        ? Map.of("archive_email", 1 + random.nextInt(20))
                        : Map.of("archive_email", 2, "mark_read", 1 + random.nextInt(9));
                long batch = random.nextInt(4) == 0
                        ? decisions.openByHand(at, actions)
                        : decisions.open(at, random.nextBoolean(), actions);
                if (random.nextInt(3) == 0) {
                    decisions.undo(batch, List.of(), at.plus(Duration.ofDays(random.nextInt(30))));
                }
            }
            var batches = desk.approvals.batches(100);
            assertThat(batches).hasSize(40);
            assertThat(desk.approvals.steps(Instant.EPOCH)).containsExactlyInAnyOrderElementsOf(all(batches));
            for (int day = 0; day < 75; day++) {
                var since = Desk.NOW.plus(Duration.ofDays(day));
                var wanted = new ArrayList<>(all(batches));
                wanted.removeIf(step -> latest(step.at(), step.undoneAt()).isBefore(since));
                assertThat(desk.approvals.steps(since)).containsExactlyInAnyOrderElementsOf(wanted);
            }
        }
    }

    private static Instant latest(Instant at, Optional<Instant> undone) {
        return undone.filter(at::isBefore).orElse(at);
    }

    private static List<Step> all(List<BatchSummary> batches) {
        return batches.stream()
                .map(batch -> new Step(batch.at(), batch.size(), batch.undoneAt()))
                .toList();
    }
}
