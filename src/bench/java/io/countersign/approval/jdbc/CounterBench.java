package io.countersign.approval.jdbc;

import io.countersign.approval.Counted;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.Statements;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What the counters of the metrics cost each decision: {@code CounterBench HOME}, HOME being a copy, since it counts in it. Prints
 * the time of a transaction that writes one other row without them, with the two that a decision adds to, and with them alone.
 */
public final class CounterBench {
    private static final int WARM_UP = 2000;
    private static final int RUNS = 2000;
    private static final String USER = "counter-bench";

    private CounterBench() {}

    public static void main(String[] arguments) {
        var settings = new DatabaseSettings.Embedded(Path.of(arguments[0]).resolve("countersign"));
        try (var database = Database.open(settings)) {
            var sql = new Statements(database);
            var totals = new Totals(database);
            sql.update("merge into ledger (user_id) key (user_id) values (?)", USER);
            Runnable row = () -> sql.update("update ledger set user_id = user_id where user_id = ?", USER);
            Runnable counters = () -> {
                totals.add(USER, Counted.POLICY_APPROVED, Map.of("7", 1L));
                totals.add(USER, Counted.WEIGHT_UPDATES, Map.of("plus", 4L));
            };
            for (int i = 0; i < WARM_UP; i++) {
                sql.inTransaction(() -> both(row, counters));
            }
            print("another row", sql, () -> both(row, () -> {}));
            print("another row and both counters", sql, () -> both(row, counters));
            print("both counters", sql, () -> both(() -> {}, counters));
            print("another row", sql, () -> both(row, () -> {}));
            print("another row and both counters", sql, () -> both(row, counters));
            sql.update("delete from counter_total where user_id = ?", USER);
            sql.update("delete from ledger where user_id = ?", USER);
        }
    }

    private static boolean both(Runnable one, Runnable other) {
        one.run();
        other.run();
        return true;
    }

    private interface Work {
        boolean run();
    }

    private static void print(String what, Statements sql, Work work) {
        var nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            sql.inTransaction(work::run);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT, "%s: p50 %.3f, p99 %.3f ms%n", what, nanos[RUNS / 2] / 1e6, nanos[RUNS * 99 / 100] / 1e6);
    }
}
