package io.countersign.app;

import io.countersign.job.Counts;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.util.function.LongSupplier;

/** The numbers at the rail, and what a window says when it has opened. */
record RailCounts(MailViews views) {
    /** Counts in the background what waits in each view, tells the digest, and reads ahead what takes long to count. */
    void count(WindowPorts ports) {
        count(
                ports,
                View.APPROVALS,
                "approvals.counting",
                () -> views.root().approvals().pendingCount());
        count(
                ports,
                View.APPLICATIONS,
                "applications.counting",
                () -> views.applicationsReader(ports).needingAction(views.clock()));
        count(
                ports,
                View.MONEY,
                "money.counting",
                () -> views.root().money().duplicates(MoneyDesk.WINDOW_DAYS).stream()
                        .filter(pair -> pair.answer().isEmpty())
                        .count());
        ports.tasks()
                .run(
                        "jobs.digest.reading",
                        _ -> views.root().jobs().news().take(),
                        news -> news.ifPresent(counts -> tell(ports, counts)));
        ports.tasks()
                .run(
                        "insights.loading",
                        _ -> {
                            views.insightReader().readAhead();
                            return View.INSIGHTS;
                        },
                        _ -> {});
    }

    /** With the ways to what waits longest unseen: proposals are in view when the window opens. */
    private static void tell(WindowPorts ports, Counts counts) {
        var said = digest(ports, counts);
        var applications = way(ports, View.APPLICATIONS);
        var money = way(ports, View.MONEY);
        boolean atRisk = counts.of(DigestNews.AT_RISK) > 0;
        boolean doubles = counts.of(DigestNews.DOUBLES) > 0;
        if (atRisk && doubles) {
            ports.toasts().show(said, applications, money);
        } else {
            var only = atRisk ? applications : doubles ? money : way(ports, View.APPROVALS);
            ports.toasts().show(said, only.text(), only.action());
        }
    }

    private static Toasts.Offer way(WindowPorts ports, View view) {
        return new Toasts.Offer(
                ports.texts().get(view.titleKey()), () -> ports.navigation().show(view));
    }

    private static String digest(WindowPorts ports, Counts counts) {
        return ports.texts()
                .get(
                        "jobs.digest",
                        counts.of(DigestNews.PENDING),
                        counts.of(DigestNews.AT_RISK),
                        counts.of(DigestNews.DOUBLES));
    }

    private static void count(WindowPorts ports, View view, String task, LongSupplier count) {
        ports.tasks()
                .run(
                        task,
                        _ -> count.getAsLong(),
                        open -> ports.counts().of(view).set(open.intValue()));
    }
}
