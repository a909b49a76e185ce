package io.countersign.app;

import io.countersign.approval.PendingRow;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long {@code /metrics} takes to be put together, and a single decision beside it: {@code ScrapeBench HOME USER}, HOME being a
 * copy, since some decisions are made in it. A text is kept for a second, so each is asked for a little later.
 */
final class ScrapeBench {
    private static final int SCRAPES = 20;
    private static final int DECISIONS = 200;
    private static final int KEPT = 1100;

    private ScrapeBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        var clock = Clock.system(ZoneId.systemDefault());
        try (var home = Home.open(Path.of(arguments[0]));
                var root = CompositionRoot.open(
                        home, new DatabaseSettings.Embedded(home.database()), arguments[1], clock)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d mails, %,d pending%n",
                    root.messages().count(),
                    root.approvals().pendingCount());
            scrapes("first scrapes", root);
            var ids = root.approvals().pending().stream()
                    .limit(DECISIONS)
                    .map(PendingRow::id)
                    .toList();
            decide(root, ids);
            scrapes("scrapes after decisions", root);
            root.approvals().undo(OptionalLong.empty(), Progress.none());
        }
    }

    private static void scrapes(String what, CompositionRoot root) throws InterruptedException {
        var never = new CountDownLatch(1);
        var nanos = new long[SCRAPES];
        int length = 0;
        for (int i = 0; i < SCRAPES; i++) {
            length = timed(nanos, i, () -> root.metrics().scrape().length());
            if (never.await(KEPT, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        System.out.printf(Locale.ROOT, "%s (%,d characters): first %.1f ms, ", what, length, nanos[0] / 1e6);
        print(nanos);
        root.metrics().scrape();
        System.out.print("kept: ");
        timed(nanos, 0, () -> root.metrics().scrape().length());
        System.out.printf(Locale.ROOT, "%.3f ms%n", nanos[0] / 1e6);
    }

    private static void decide(CompositionRoot root, List<Long> ids) {
        var nanos = new long[ids.size()];
        for (int i = 0; i < nanos.length; i++) {
            var one = List.of(ids.get(i));
            timed(nanos, i, () -> root.approvals().approve(one, Progress.none()));
        }
        if (nanos.length > 0) {
            System.out.print("one decision: ");
            print(nanos);
        }
    }

    private static <T> T timed(long[] nanos, int i, Supplier<T> work) {
        long start = System.nanoTime();
        var result = work.get();
        nanos[i] = System.nanoTime() - start;
        return result;
    }

    private static void print(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "median %.1f, slowest %.1f ms%n",
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
