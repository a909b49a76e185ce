package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class QueueOrderTest {
    private static final Action ARCHIVE = new Action.Archive();
    private static final int USERS = 30;
    private static final int POLICIES = 6;
    private static final int SENDERS = 75;
    private static final int ROWS = 400;
    private static final double RIGHT = 0.95;
    private static final double PRIOR = 2;

    private static PendingRow row(long id, String sender, Action action, double confidence) {
        return SampleRows.row(id, sender, "Mail", 1, "Policy", action, confidence, Duration.ofDays(id));
    }

    private static List<Long> ids(List<PendingRow> rows) {
        return rows.stream().map(PendingRow::id).toList();
    }

    @Test
    void rowsWithTheSameReasonStandTogetherAndTheUncertainComeFirst() {
        var rows = List.of(
                row(1, "Sure", ARCHIVE, 0.97),
                row(2, "Doubtful", ARCHIVE, 0.6),
                row(3, "Sure", ARCHIVE, 0.97),
                row(4, "Doubtful", ARCHIVE, 0.6));

        assertThat(ids(QueueOrder.VALUE.sorted(rows))).containsExactly(2L, 4L, 1L, 3L);
        assertThat(ids(QueueOrder.CONFIDENCE.sorted(rows))).containsExactly(1L, 3L, 2L, 4L);
    }

    @Test
    void manyMailsOutweighOneAndAnAppointmentOutweighsABitOfDoubt() {
        var rows = new ArrayList<PendingRow>();
        rows.add(row(1, "Doubtful", ARCHIVE, 0.6));
        rows.add(row(2, "Interview", new Action.CreateCalendarEvent(), 0.97));
        for (long id = 3; id < 40; id++) {
            rows.add(row(id, "Shop", ARCHIVE, 0.9));
        }

        var sorted = ids(QueueOrder.VALUE.sorted(rows));

        assertThat(sorted.getFirst()).isEqualTo(3);
        assertThat(sorted.subList(37, 39)).containsExactly(2L, 1L);
    }

    @Test
    void theOrderKeepsEveryRowAndDoesNotDependOnTheOrderItIsGiven() {
        var rows = SampleRows.many(3000);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));

        var sorted = QueueOrder.VALUE.sorted(rows);

        assertThat(sorted).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(QueueOrder.VALUE.sorted(shuffled)).isEqualTo(sorted);
        shuffled.sort(QueueOrder.asIn(sorted));
        assertThat(shuffled).isEqualTo(sorted);
    }

    /**
     * A made-up person approves or rejects each (policy, sender) as a whole, each policy with its own share of approvals. The
     * confidence of a proposal is the mean of a beta distribution around the threshold of its policy, updated by the decisions of
     * the same reason, and by a tenth of the policy's others. Decisions are counted until 95 % of the mails are decided or on the
     * right side of one half: from then on the person only confirms.
     */
    private record User(List<PendingRow> rows, Set<String> wanted, List<Double> thresholds) {
        static User random(Random random) {
            var thresholds = new ArrayList<Double>();
            var shares = new double[POLICIES];
            for (int i = 0; i < POLICIES; i++) {
                shares[i] = 0.3 + 0.65 * random.nextDouble();
                thresholds.add(Math.clamp(shares[i] + 0.2 * random.nextGaussian(), 0.3, 0.95));
            }
            var known = new HashSet<String>();
            var wanted = new HashSet<String>();
            var rows = new ArrayList<PendingRow>();
            for (long id = 1; id <= ROWS; id++) {
                // Few senders send much, most send little.
                int sender = (int) (SENDERS * Math.pow(random.nextDouble(), 2.5));
                int policy = Math.floorMod(sender * 7 + (random.nextInt(5) == 0 ? 1 : 0), POLICIES);
                rows.add(SampleRows.row(
                        id,
                        "Sender " + (char) ('A' + sender % 26) + (char) ('a' + sender / 26),
                        "Mail " + id,
                        policy,
                        "Policy " + policy,
                        ARCHIVE,
                        thresholds.get(policy),
                        Duration.ofMinutes(random.nextInt(500_000))));
                var key = key(rows.getLast());
                if (known.add(key) && random.nextDouble() < shares[policy]) {
                    wanted.add(key);
                }
            }
            return new User(rows, wanted, thresholds);
        }

        static String key(PendingRow row) {
            return row.policyId() + " " + row.from().email();
        }

        /** {@code together}: rows with the same reason are decided at once. */
        int decisions(UnaryOperator<List<PendingRow>> order, boolean together) {
            var decided = new HashSet<Long>();
            var counts = new HashMap<String, int[]>();
            var ofPolicy = new int[POLICIES][2];
            int presses = 0;
            while (true) {
                var waiting = waiting(decided, counts, ofPolicy);
                long wrong = waiting.stream()
                        .filter(row -> (row.confidence() >= 0.5) != wanted.contains(key(row)))
                        .count();
                if (wrong <= (1 - RIGHT) * rows.size()) {
                    return presses;
                }
                var first = order.apply(waiting).getFirst();
                for (var row : waiting) {
                    if (row.id() == first.id() || (together && key(row).equals(key(first)))) {
                        int answer = wanted.contains(key(row)) ? 0 : 1;
                        counts.computeIfAbsent(key(row), _ -> new int[2])[answer]++;
                        ofPolicy[(int) row.policyId()][answer]++;
                        decided.add(row.id());
                    }
                }
                presses++;
            }
        }

        private List<PendingRow> waiting(Set<Long> decided, Map<String, int[]> counts, int[][] ofPolicy) {
            var waiting = new ArrayList<PendingRow>();
            for (var row : rows) {
                if (!decided.contains(row.id())) {
                    var own = counts.getOrDefault(key(row), new int[2]);
                    var policy = ofPolicy[(int) row.policyId()];
                    double yes = PRIOR * thresholds.get((int) row.policyId()) + own[0] + 0.1 * policy[0];
                    double all = PRIOR + own[0] + own[1] + 0.1 * (policy[0] + policy[1]);
                    waiting.add(new PendingRow(
                            row.id(),
                            row.messageId(),
                            row.from(),
                            row.subject(),
                            row.receivedAt(),
                            row.policyId(),
                            row.policyName(),
                            row.action(),
                            yes / all));
                }
            }
            return waiting;
        }
    }

    @Test
    void fewerDecisionsAreNeededThanFirstInFirstOut() {
        var random = new Random(2026);
        var oldest = Comparator.comparing(PendingRow::receivedAt).thenComparingLong(PendingRow::id);
        UnaryOperator<List<PendingRow>> oldestFirst =
                rows -> rows.stream().sorted(oldest).toList();
        double byValue = 0;
        double bySurest = 0;
        double oldestTogether = 0;
        double oldestSingly = 0;
        int worse = 0;
        for (int i = 0; i < USERS; i++) {
            var user = User.random(random);
            int value = user.decisions(QueueOrder.VALUE::sorted, true);
            int fifo = user.decisions(oldestFirst, true);
            byValue += value;
            oldestTogether += fifo;
            oldestSingly += user.decisions(oldestFirst, false);
            bySurest += user.decisions(QueueOrder.CONFIDENCE::sorted, true);
            worse += value > fifo ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "decisions per user: by value %.1f, highest confidence %.1f, first in first out %.1f (one by one %.1f);"
                        + " ratio by value to first in first out %.2f (one by one %.2f); worse for %d of %d users%n",
                byValue / USERS,
                bySurest / USERS,
                oldestTogether / USERS,
                oldestSingly / USERS,
                byValue / oldestTogether,
                byValue / oldestSingly,
                worse,
                USERS);
        assertThat(byValue / oldestTogether).isLessThan(0.9);
        assertThat(byValue / oldestSingly).isLessThan(0.5);
    }
}
