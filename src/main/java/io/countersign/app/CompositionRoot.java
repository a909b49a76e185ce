package io.countersign.app;

import io.countersign.approval.ApprovalService;
import io.countersign.approval.ApprovalStore;
import io.countersign.approval.Approvals;
import io.countersign.approval.ByHand;
import io.countersign.approval.DecidedArrivals;
import io.countersign.approval.Learning;
import io.countersign.approval.OnRequest;
import io.countersign.approval.PastProposals;
import io.countersign.approval.ProposingUpgrade;
import io.countersign.approval.SourceChanges;
import io.countersign.approval.Workspace;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.approval.jdbc.JdbcLocalEntries;
import io.countersign.approval.jdbc.JdbcSourceHistory;
import io.countersign.approval.trust.TrustBook;
import io.countersign.approval.trust.TrustService;
import io.countersign.approval.trust.jdbc.JdbcTrustLog;
import io.countersign.ask.AskDesk;
import io.countersign.ask.LanguageModel;
import io.countersign.ask.MailFinder;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ModelSettingsFile;
import io.countersign.ask.answering.MailRoll;
import io.countersign.ask.llm.StreamedModel;
import io.countersign.ask.llm.TimeLimits;
import io.countersign.ats.detection.AtsEnricher;
import io.countersign.classify.ClassifyEnricher;
import io.countersign.classify.jdbc.JdbcSenderHistory;
import io.countersign.insight.InsightDesk;
import io.countersign.insight.InsightService;
import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStatisticsService;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.insight.jdbc.JdbcBehindMails;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.jdbc.JdbcRecount;
import io.countersign.insight.recall.RecallService;
import io.countersign.insight.recall.jdbc.JdbcRecallRecords;
import io.countersign.learning.UserWeights;
import io.countersign.learning.jdbc.JdbcCalibrationLog;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.AccountImport;
import io.countersign.mail.DetectorUpgrade;
import io.countersign.mail.DetectorVersion;
import io.countersign.mail.FollowedImport;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.MailStore;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.RawMailCheck;
import io.countersign.mail.RawMailStore;
import io.countersign.mail.RescanService;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcDetectorLog;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcRawMailStore;
import io.countersign.mail.jdbc.JdbcReceiptMails;
import io.countersign.mail.jdbc.JdbcSentMail;
import io.countersign.money.MoneyDesk;
import io.countersign.money.MoneyService;
import io.countersign.money.extraction.ReceiptEnricher;
import io.countersign.money.jdbc.JdbcDuplicateAnswers;
import io.countersign.money.pdf.GuardedPdfText;
import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyRepository;
import io.countersign.policy.PolicyService;
import io.countersign.policy.jdbc.DefaultPolicyInstaller;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.policy.simulation.LiveMatchService;
import io.countersign.policy.simulation.LiveMatches;
import io.countersign.policy.simulation.SimulationService;
import io.countersign.policy.simulation.Simulator;
import io.countersign.search.SearchService;
import io.countersign.search.jdbc.JdbcSavedSearches;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The one place where interfaces meet implementations: everything that is open while a command or the window runs. */
final class CompositionRoot implements AutoCloseable {
    private static final String RELEASE = "0.1.0";
    private static final Duration PDF_TIME = Duration.ofSeconds(5);

    private final Home home;
    private final Database database;
    private final String user;
    private final Mail mail;
    private final Decisions decisions;
    private final ApplicationParts applications;
    private final MoneyDesk money;
    private final SearchParts search;
    private final MailRoll roll;

    private record Mail(
            MessageRepository messages, MailStore mails, RawMailStore raws, MailReader reader, GuardedPdfText pdfs) {}

    private record Desk(PolicyRepository policies, UserWeights weights, ApprovalStore store) {}

    private record Statistics(PolicyStatistics policies, InsightDesk desk, PolicyStatsJob job) {}

    private record Decisions(
            PolicyRepository policies,
            LiveMatches liveMatches,
            Simulator simulator,
            UserWeights weights,
            Approvals approvals,
            OnRequest requests,
            ByHand byHand,
            TrustService trust,
            Statistics statistics,
            MailImport imports,
            ProposingUpgrade upgrade) {}

    private CompositionRoot(
            Home home,
            Database database,
            String user,
            Mail mail,
            Decisions decisions,
            ApplicationParts applications,
            MoneyDesk money,
            SearchParts search,
            MailRoll roll) {
        this.home = home;
        this.database = database;
        this.user = user;
        this.mail = mail;
        this.decisions = decisions;
        this.applications = applications;
        this.money = money;
        this.search = search;
        this.roll = roll;
    }

    /**
     * Opens and migrates the database, installs the default policies at the very first start, and carries out what was
     * approved before the last process died.
     */
    static CompositionRoot open(Home home, DatabaseSettings settings, String user, Clock clock) {
        var database = Database.open(settings);
        try {
            var mail = mail(home, database);
            var ats = new AtsEnricher();
            var applications = ApplicationParts.of(
                    database,
                    user,
                    mail.messages(),
                    mail.reader(),
                    ats,
                    DetectorVersion.of(RELEASE, dataFiles()),
                    clock);
            var decisions = decisions(database, user, mail, ats, applications, clock);
            var roll = new MailRoll(mail.messages(), new JdbcMailChanges(database));
            decisions.statistics().job().runIfDue(Progress.none());
            decisions.approvals().resume(Progress.none());
            return new CompositionRoot(
                    home,
                    database,
                    user,
                    mail,
                    decisions,
                    applications,
                    money(database, user, mail, clock),
                    search(Engines.embedded(home.directory(), settings, clock), database, user, mail, roll, clock),
                    roll);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Mail mail(Home home, Database database) {
        var raws = database.isEmbedded()
                ? new SegmentRawMailStore(home.directory().resolve("mail"))
                : new JdbcRawMailStore(database);
        var mails = new JdbcMailStore(database);
        return new Mail(
                new JdbcMessageRepository(database),
                mails,
                raws,
                new StoredMailReader(mails, raws, new MailParser()),
                new GuardedPdfText(PDF_TIME));
    }

    private static Decisions decisions(
            Database database, String user, Mail mail, AtsEnricher ats, ApplicationParts applications, Clock clock) {
        var policies = new JdbcPolicyRepository(database, clock, user);
        var weights = new JdbcUserWeights(database, clock);
        var trustLog = new JdbcTrustLog(database, user);
        var trustBook = new TrustBook(database, policies, trustLog, clock, user.hashCode());
        var workspace = new Workspace(user, clock, database, mail.messages(), policies);
        var store = JdbcApprovalStore.of(database, user, clock.getZone());
        var executors = ActionExecutors.local(mail.reader());
        var learning = Learning.standard(weights, new JdbcCalibrationLog(database));
        var approvals = new ApprovalService(workspace, store, learning, executors, trustBook);
        new DefaultPolicyInstaller(database, policies, clock).installIfEmpty(DefaultPolicies.load(new PolicyJson()));
        var senders = new JdbcSenderHistory(database);
        var parser = new MailParser();
        List<MailEnricher> enrichers = List.of(new ClassifyEnricher(senders), ats, new ReceiptEnricher(mail.pdfs()));
        var imports = new ImportService(
                new ImportService.Storage(
                        database,
                        mail.mails(),
                        mail.raws(),
                        new SourceChanges(workspace, store, new JdbcSourceHistory(database, user))),
                parser,
                enrichers,
                new DecidedArrivals(new JdbcLocalEntries(database, user), clock),
                clock);
        return new Decisions(
                policies,
                new LiveMatchService(mail.messages(), new JdbcMailChanges(database), clock),
                new SimulationService(
                        mail.messages(), policies, new PastProposals(store.proposals(), store.journal()), clock),
                weights,
                approvals,
                new OnRequest(workspace, store, learning),
                new ByHand(workspace, store, executors, approvals),
                new TrustService(database, policies, trustLog, trustBook, clock),
                statistics(database, user, mail, new Desk(policies, weights, store), clock),
                new FollowedImport(
                        new FollowedImport(
                                new AccountImport(senders::refresh, imports, user),
                                (_, progress) -> applications.enrichment().run(false, progress)),
                        approvals::proposeFrom),
                new ProposingUpgrade(
                        new DetectorUpgrade(
                                new RescanService(mail.messages(), mail.mails(), mail.raws(), parser, enrichers),
                                mail.messages(),
                                new JdbcDetectorLog(database, clock),
                                DetectorVersion.of(RELEASE, dataFiles())),
                        progress -> applications.enrichment().run(true, progress),
                        approvals));
    }

    private static Statistics statistics(Database database, String user, Mail mail, Desk desk, Clock clock) {
        var counts = new JdbcPolicyCounts(database, clock);
        var decisions = desk.store().decisions();
        var recall = new RecallService(
                new JdbcRecallRecords(database, user),
                new RecallService.Books(
                        mail.messages(), desk.policies(), desk.store().byHand(), decisions, database),
                user.hashCode(),
                clock);
        var policies = new PolicyStatisticsService(counts, recall, clock);
        var records = new InsightService.Records(
                counts, new JdbcBehindMails(database, clock.getZone()), recall, desk.weights(), mail.messages());
        var books = new PolicyStatsJob.Books(new JdbcRecount(database), recall, decisions, database);
        return new Statistics(
                policies, new InsightService(user, records, policies, clock), new PolicyStatsJob(user, books, clock));
    }

    private static List<String> dataFiles() {
        return Stream.of(ClassifyEnricher.dataFiles(), AtsEnricher.dataFiles(), ReceiptEnricher.dataFiles())
                .flatMap(List::stream)
                .toList();
    }

    private static MoneyDesk money(Database database, String user, Mail mail, Clock clock) {
        var books = new MoneyService.Books(
                new JdbcReceiptMails(database, mail.messages(), clock),
                mail.messages(),
                new JdbcDuplicateAnswers(database, user, clock),
                database);
        return new MoneyService(books, clock);
    }

    private static SearchParts search(
            Engines engines, Database database, String user, Mail mail, MailRoll roll, Clock clock) {
        var mails = new SearchService.Mails(
                mail.messages(), mail.reader(), new JdbcMailChanges(database), new JdbcSentMail(database));
        return new SearchParts(engines, mails, new JdbcSavedSearches(database, user), roll::prepare, clock);
    }

    boolean isEmbedded() {
        return database.isEmbedded();
    }

    String user() {
        return user;
    }

    MessageRepository messages() {
        return mail.messages();
    }

    MailReader reader() {
        return mail.reader();
    }

    PolicyRepository policies() {
        return decisions.policies();
    }

    PolicyDesk policyDesk() {
        return new PolicyService(decisions.policies(), database);
    }

    LiveMatches liveMatches() {
        return decisions.liveMatches();
    }

    Simulator simulator() {
        return decisions.simulator();
    }

    UserWeights weights() {
        return decisions.weights();
    }

    OnRequest requests() {
        return decisions.requests();
    }

    Approvals approvals() {
        return decisions.approvals();
    }

    /** What the person decides about automation, and the daily word about it. */
    TrustService trust() {
        return decisions.trust();
    }

    PolicyStatistics statistics() {
        return decisions.statistics().policies();
    }

    ByHand byHand() {
        return decisions.byHand();
    }

    PolicyStatsJob policyStats() {
        return decisions.statistics().job();
    }

    InsightDesk insights() {
        return decisions.statistics().desk();
    }

    ProposingUpgrade upgrade() {
        return decisions.upgrade();
    }

    ApplicationParts applications() {
        return applications;
    }

    MoneyDesk money() {
        return money;
    }

    /** Answers for a person with this clock and locale, without a language model. */
    AskDesk ask(Clock clock, Locale locale) {
        return ask(MailFinder.by(search.desk()), clock, locale);
    }

    /** The same by another search. */
    AskDesk ask(MailFinder finder, Clock clock, Locale locale) {
        return ask(finder, Optional::empty, clock, locale);
    }

    /** With the language model that is set up when a question is asked, if one is. */
    AskDesk ask(Clock clock, Locale locale, ModelKey key) {
        return ask(MailFinder.by(search.desk()), () -> languageModel(key), clock, locale);
    }

    private AskDesk ask(MailFinder finder, Supplier<Optional<LanguageModel>> models, Clock clock, Locale locale) {
        return new AskParts(
                        applications.desk(),
                        money,
                        mail.messages(),
                        roll,
                        mail.reader(),
                        decisions.approvals(),
                        finder,
                        decisions.requests(),
                        models)
                .desk(clock, locale);
    }

    /** As the settings are now; nothing is contacted before it is asked. */
    private Optional<LanguageModel> languageModel(ModelKey key) {
        return StreamedModel.of(new ModelSettingsFile(home.directory()).load(), key, TimeLimits.PATIENT);
    }

    /** What is counted in mail. */
    MailRoll roll() {
        return roll;
    }

    /** Finding mail. */
    SearchParts search() {
        return search;
    }

    RawMailCheck rawMailCheck() {
        return new RawMailCheck(mail.messages(), mail.mails(), mail.raws());
    }

    MailImport mailImport() {
        return decisions.imports();
    }

    @Override
    public void close() {
        search.close();
        mail.pdfs().close();
        mail.raws().close();
        database.close();
    }
}
