package io.countersign.app;

import io.countersign.approval.ApprovalService;
import io.countersign.approval.Approvals;
import io.countersign.approval.ProposingImport;
import io.countersign.approval.Workspace;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.approval.jdbc.LocalArrivalRules;
import io.countersign.approval.Learning;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStatisticsService;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.learning.UserWeights;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.RawMailStore;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcRawMailStore;
import io.countersign.policy.PolicyRepository;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import java.time.Clock;
import java.util.List;

/** The one place where interfaces meet implementations: everything that is open while a command or the window runs. */
final class CompositionRoot implements AutoCloseable {
    private final Database database;
    private final String user;
    private final Mail mail;
    private final Decisions decisions;

    private record Mail(MessageRepository messages, RawMailStore raws, MailReader reader) {}

    private record Decisions(
            PolicyRepository policies,
            UserWeights weights,
            Approvals approvals,
            PolicyStatistics statistics,
            MailImport imports) {}

    private CompositionRoot(Database database, String user, Mail mail, Decisions decisions) {
        this.database = database;
        this.user = user;
        this.mail = mail;
        this.decisions = decisions;
    }

    /**
     * Opens and migrates the database, installs the default policies at the very first start, and carries out what was
     * approved before the last process died.
     */
    static CompositionRoot open(Home home, DatabaseSettings settings, String user, Clock clock) {
        var database = Database.open(settings);
        try {
            var mail = mail(home, database);
            var root = new CompositionRoot(database, user, mail, decisions(database, user, mail, clock));
            return root;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
