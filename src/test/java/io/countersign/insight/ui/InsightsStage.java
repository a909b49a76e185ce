package io.countersign.insight.ui;

import io.countersign.approval.BatchSummary;
import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.trust.TrustDesk;
import io.countersign.mail.Address;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.View;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;

/** The insights screen on figures of a test, with everything that it says and asks recorded. */
final class InsightsStage extends RecordedScreen {
    final InMemoryApprovals approvals = new InMemoryApprovals();
    final InMemoryWeights weights = new InMemoryWeights();
    final InMemoryMail mail = new InMemoryMail();
    final InsightsViewModel model;
    private final InsightWords words;

    InsightsStage(SampleInsights desk, Optional<TrustDesk> trust, BackgroundTasks tasks, Locale locale) {
        super(tasks, locale, SampleInsights.CLOCK);
        words = new InsightWords(texts, formats);
        weights.learned(desk.weights);
        for (long id = 1; id <= 30; id++) {
            mail(id);
            mail(900 + id);
        }
        var personal = new InsightReader.Personal("local", weights, approvals, mail);
        model = new InsightsViewModel(new InsightReader(desk, trust, personal, SampleInsights.CLOCK), ports);
    }

    private void mail(long id) {
        mail.add(
                id,
                Understanding.unknown(),
                InMemoryMail.text(
                        new Address("Kaffeewerk", "offers@kaffeewerk.example"),
                        "Offer " + id,
                        "Hello Alex,\n\nbeans at half price until Sunday.\n\n"
                                + "Freshly roasted every Tuesday, and at your door two days later. ".repeat(14)
                                + "\n\n-- \nKaffeewerk, Hafenstraße 3"));
    }

    /** So many proposals were decided in one step, so many days ago. */
    InsightsStage decided(int size, int daysAgo) {
        approvals.add(new BatchSummary(
                1,
                SampleInsights.CLOCK.instant().minus(Duration.ofDays(daysAgo)),
                "local",
                true,
                Map.of("archive_email", size),
                0,
                Optional.empty()));
        return this;
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        return show(View.INSIGHTS, InsightsController.class, () -> new InsightsController(model, words));
    }
}
