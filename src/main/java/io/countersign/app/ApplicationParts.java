package io.countersign.app;

import io.countersign.ats.Application;
import io.countersign.ats.WarehouseRows;
import io.countersign.ats.detection.AtsEnricher;
import io.countersign.ats.draft.DraftService;
import io.countersign.ats.jdbc.JdbcApplicationDecisions;
import io.countersign.ats.jdbc.JdbcDraftStore;
import io.countersign.ats.jdbc.JdbcEnrichmentLog;
import io.countersign.ats.jdbc.JdbcSenderVolumes;
import io.countersign.ats.jdbc.JdbcWarehouseRows;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.tracking.ApplicationService;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.ats.tracking.StoredInformedReader;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.jdbc.JdbcAtsMails;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.util.function.Supplier;

/** Everything about applications that is open while a command or the window runs. */
record ApplicationParts(
        ApplicationService desk, DraftService drafts, AtsEnrichmentJob enrichment, WarehouseRows warehouse) {
    /**
     * Those of one person.
     *
     * @param detectors names their version
     */
    static ApplicationParts of(
            Database database,
            String user,
            MessageRepository messages,
            MailReader reader,
            Supplier<AtsEnricher> enricher,
            String detectors,
            Clock clock) {
        var rows = new JdbcWarehouseRows(database, user, clock);
        var books = new ApplicationService.Books(
                new JdbcAtsMails(database, messages, clock),
                messages,
                new JdbcApplicationDecisions(database, user, clock),
                rows,
                database);
        var service = new ApplicationService(books, new RiskRanking(clock.getZone()), clock);
        var job = new AtsEnrichmentJob(
                service,
                books,
                new StoredInformedReader(reader, new MailParser(), enricher),
                new JdbcEnrichmentLog(database, user),
                new JdbcSenderVolumes(database),
                clock,
                detectors);
        var drafts = new DraftService(
                new DraftService.Books(
                        messages,
                        reader,
                        new JdbcDraftStore(database, user, clock),
                        id -> service.joined().find(id).map(Application::id)),
                clock);
        return new ApplicationParts(service, drafts, job, rows);
    }
}
