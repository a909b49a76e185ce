package io.countersign.app;

import io.countersign.ats.detection.AtsEnricher;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.jdbc.JdbcSenderHistory;
import io.countersign.mail.DetectorVersion;
import io.countersign.mail.MailEnricher;
import io.countersign.money.extraction.ReceiptEnricher;
import io.countersign.money.pdf.GuardedPdfText;
import io.countersign.shared.Lazy;
import io.countersign.shared.db.Database;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is detected in mail. The data files are read once the first mail comes: most commands read none.
 *
 * @param version changes whenever one of them may see more than before
 */
record DetectorParts(
        Supplier<AtsEnricher> ats, JdbcSenderHistory senders, List<MailEnricher> enrichers, String version) {
    private static final String RELEASE = "0.1.0";

    static DetectorParts of(Database database, GuardedPdfText pdfs) {
        var ats = new Lazy<>(AtsEnricher::new);
        var senders = new JdbcSenderHistory(database);
        return new DetectorParts(
                ats,
                senders,
                List.of(
                        late(new Lazy<>(() -> new ClassifyEnricher(senders))),
                        late(ats),
                        late(new Lazy<>(() -> new ReceiptEnricher(pdfs)))),
                DetectorVersion.of(RELEASE, dataFiles()));
    }

    private static MailEnricher late(Supplier<? extends MailEnricher> enricher) {
        return (examined, soFar) -> enricher.get().enrich(examined, soFar);
    }

    private static List<String> dataFiles() {
        return Stream.of(ClassifyEnricher.dataFiles(), AtsEnricher.dataFiles(), ReceiptEnricher.dataFiles())
                .flatMap(List::stream)
                .toList();
    }
}
