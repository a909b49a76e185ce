package io.countersign.api.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Mail, its index, and what is known of applications. */
final class MailMetrics {
    private final Measured.Mail mail;

    MailMetrics(Measured.Mail mail) {
        this.mail = mail;
    }

    MetricSnapshots imports() {
        var imported = new Series.Counter("countersign_mails_imported", "Mails that were imported.")
                .with(mail.stored().getAsLong());
        var rate = new Series.Gauge(
                "countersign_import_last_mails_per_second", "How fast the last import of this process was.");
        mail.lastImport()
                .get()
                .filter(last -> last.seconds() > 0)
                .ifPresent(last -> rate.with(last.imported() / last.seconds()));
        return MetricSnapshots.of(imported.snapshot(), rate.snapshot());
    }

    MetricSnapshots enriched() {
        return MetricSnapshots.of(
                new Series.Counter("ats_enriched", "Mails on which the enrichment of applications wrote something.")
                        .with(mail.enriched().getAsLong())
                        .snapshot());
    }

    MetricSnapshots index() {
        var health = mail.index().get();
        return MetricSnapshots.of(
                new Series.Gauge("countersign_index_mails", "Mails in the search index.")
                        .with(health.mails())
                        .snapshot(),
                new Series.Gauge("countersign_index_behind", "Changes of mail that the search index has not taken in.")
                        .with(health.behind())
                        .snapshot(),
                new Series.Gauge("countersign_index_up", "1 while the search index can be asked.")
                        .with(health.failure().isEmpty() ? 1 : 0)
                        .snapshot());
    }
}
