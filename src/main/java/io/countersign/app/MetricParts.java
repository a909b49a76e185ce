package io.countersign.app;

import io.countersign.api.metrics.Measured;
import io.countersign.api.metrics.Metrics;
import io.countersign.insight.jdbc.JdbcAllTimeCounts;
import io.countersign.job.jdbc.JdbcJobTimes;
import io.countersign.mail.ImportResult;
import io.countersign.shared.db.Database;
import java.util.Optional;
import java.util.function.Supplier;

/** What is measured of open services. Only what serves asks for it, so that no other command loads the library. */
final class MetricParts {
    private MetricParts() {}

    static Metrics of(CompositionRoot root, Database database, Supplier<Optional<ImportResult>> lastImport) {
        var user = root.user();
        var metrics = new Metrics(
                new Measured(
                        user,
                        new Measured.Decisions(
                                new JdbcAllTimeCounts(database, user),
                                () -> root.approvals().pendingCount()),
                        new Measured.Mail(
                                root.messages()::count,
                                root.applications().enrichment()::enrichedTotal,
                                lastImport,
                                root.search().desk()::health),
                        new Measured.Jobs(() -> root.jobs().desk().jobs(), new JdbcJobTimes(database, user))),
                System::nanoTime);
        root.search().desk().measure(metrics::searched);
        database.measure(metrics.registry());
        return metrics;
    }
}
