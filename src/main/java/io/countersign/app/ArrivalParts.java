package io.countersign.app;

import io.countersign.approval.DecidedArrivals;
import io.countersign.approval.ProposingUpgrade;
import io.countersign.approval.SourceChanges;
import io.countersign.approval.jdbc.JdbcLocalEntries;
import io.countersign.approval.jdbc.JdbcSourceHistory;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.mail.AccountImport;
import io.countersign.mail.DetectorUpgrade;
import io.countersign.mail.FollowedImport;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailParser;
import io.countersign.mail.RescanService;
import io.countersign.mail.jdbc.JdbcDetectorLog;
import io.countersign.shared.db.Database;

/** What happens to mail that arrives, and to mail that better detectors look at again. */
record ArrivalParts(MailImport imports, FollowedImport.FollowUp followUp, ProposingUpgrade upgrade) {
    static ArrivalParts of(
            Database database,
            MailParts mail,
            DetectorParts detectors,
            DecisionParts decisions,
            AtsEnrichmentJob enrichment) {
        var workspace = decisions.workspace();
        var user = workspace.user();
        var clock = workspace.clock();
        var parser = new MailParser();
        var imports = new ImportService(
                new ImportService.Storage(
                        database,
                        mail.mails(),
                        mail.raws(),
                        new SourceChanges(workspace, decisions.store(), new JdbcSourceHistory(database, user)),
                        mail.atHand()),
                parser,
                detectors.enrichers(),
                new DecidedArrivals(new JdbcLocalEntries(database, user), clock),
                clock);
        var upgrade = new DetectorUpgrade(
                new RescanService(mail.messages(), mail.mails(), mail.raws(), parser, detectors.enrichers()),
                mail.messages(),
                new JdbcDetectorLog(database, clock),
                detectors.version());
        Runnable beforeMailComesIn = () -> {
            upgrade.startIfEmpty();
            detectors.senders().refresh();
        };
        FollowedImport.FollowUp followUp = (first, progress) -> {
            enrichment.run(false, progress);
            decisions.approvals().proposeFrom(first, progress);
        };
        return new ArrivalParts(
                new FollowedImport(new AccountImport(beforeMailComesIn, imports, user), followUp),
                followUp,
                new ProposingUpgrade(upgrade, progress -> enrichment.run(true, progress), decisions.approvals()));
    }
}
