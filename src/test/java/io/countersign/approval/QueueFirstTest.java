package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first rows of the queue are those with which the whole queue begins, and the whole queue is in the order it promises. */
final class QueueFirstTest {
    private static final int ROUNDS = 300;
    private static final List<Action> ACTIONS =
            List.of(new Action.Archive(), new Action.MarkRead(), new Action.Unsubscribe(), new Action.Label("Work"));

    private final Random random = new Random(19);

    private List<PendingRow> rows() {
        var rows = new ArrayList<PendingRow>();
        int count = random.nextInt(200);
        for (int id = 1; id <= count; id++) {
            rows.add(SampleRows.row(
                    id,
                    "Sender " + (char) ('A' + random.nextInt(6)),
                    "Mail " + id,
                    random.nextInt(3),
                    "Policy",
                    ACTIONS.get(random.nextInt(ACTIONS.size())),
                    random.nextInt(5) / 4.0,
                    Duration.ofDays(random.nextInt(20))));
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void theFirstRowsAreThoseThatTheWholeQueueBeginsWith(QueueOrder order) {
        for (int round = 0; round < ROUNDS; round++) {
            var rows = rows();
            var whole = order.sorted(rows);
            int limit = random.nextInt(rows.size() + 10);
            Collections.shuffle(rows, random);
            assertThat(order.first(rows, limit)).isEqualTo(whole.subList(0, Math.min(limit, whole.size())));
            assertThat(whole).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "VALUE")
    void noReasonIsWorthLessThanOneBehindIt(QueueOrder order) {
        for (int round = 0; round < ROUNDS; round++) {
            var rows = rows();
            var values = new HashMap<String, Double>();
            rows.forEach(row -> values.merge(
                    reason(row), QueueOrder.teaches(row.confidence()) * QueueOrder.weight(row.action()), Double::sum));
            var reasons = order.sorted(rows).stream()
                    .map(QueueFirstTest::reason)
                    .distinct()
                    .toList();
            assertThat(order.sorted(rows).stream().map(QueueFirstTest::reason).toList())
                    .as("together")
                    .isEqualTo(reasons.stream()
                            .flatMap(reason ->
                                    rows.stream().map(QueueFirstTest::reason).filter(reason::equals))
                            .toList());
            var worth = reasons.stream()
                    .map(reason -> rounded(values.getOrDefault(reason, 0.0)))
                    .toList();
            assertThat(worth).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    private static long rounded(double value) {
        return Math.round(value * 1e6);
    }

    private static String reason(PendingRow row) {
        return row.policyId() + " " + row.action() + " " + row.from().email().toLowerCase(Locale.ROOT);
    }
}
