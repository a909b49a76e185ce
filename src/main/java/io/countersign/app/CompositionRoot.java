package io.countersign.app;

import io.countersign.api.MetricsText;
import io.countersign.api.metrics.Metrics;
import io.countersign.approval.Approvals;
import io.countersign.approval.ByHand;
import io.countersign.approval.OnRequest;
import io.countersign.approval.ProposingUpgrade;
import io.countersign.approval.trust.TrustService;
import io.countersign.ask.AskDesk;
import io.countersign.ask.LanguageModel;
import io.countersign.ask.MailFinder;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ModelSettingsFile;
import io.countersign.ask.ModelSetup;
import io.countersign.ask.answering.MailRoll;
import io.countersign.ask.answering.RollFile;
import io.countersign.ask.llm.StreamedModel;
import io.countersign.ask.llm.TimeLimits;
import io.countersign.insight.InsightDesk;
import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.insight.RecallDesk;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.job.Counts;
import io.countersign.job.Job;
import io.countersign.learning.UserWeights;
import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.RawMailCheck;
import io.countersign.mail.UnlistedMail;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcReceiptMails;
import io.countersign.mail.jdbc.JdbcSentMail;
import io.countersign.money.MoneyDesk;
import io.countersign.money.MoneyService;
import io.countersign.money.jdbc.JdbcDuplicateAnswers;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.PolicyRepository;
import io.countersign.policy.PolicyService;
import io.countersign.policy.simulation.LiveMatches;
import io.countersign.policy.simulation.Simulator;
import io.countersign.search.SearchService;
import io.countersign.search.jdbc.JdbcSavedSearches;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseCopies;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The one place where interfaces meet implementations: everything that is open while a command or the window runs. */
final class CompositionRoot implements AutoCloseable {
    private final Home home;
    private final Database database;
    private final MailParts mail;
    private final DecisionParts decisions;
    private final LiveMatches liveMatches;
    private final StatisticsParts statistics;
    private final ApplicationParts applications;
    private final ArrivalParts arrivals;
    private final FollowedParts followed;
    private final MoneyDesk money;
    private final SearchParts search;
    private final MailRoll roll;
    private final Clock clock;
    private final AtomicReference<Optional<ImportResult>> lastImport = new AtomicReference<>(Optional.empty());
    private @Nullable JobParts jobs;
    private @Nullable Metrics metrics;

    /** Where what is kept beside the database lies. */
    private record Places(Home home, Engines engines, RollFile roll) {}

    private CompositionRoot(Places places, Database database, String user, Clock clock) {
        this.home = places.home();
        this.database = database;
        this.clock = clock;
        var log = new JdbcMailChanges(database);
        mail = MailParts.of(places.home(), database);
        var detectors = DetectorParts.of(database, mail.pdfs());
        applications = ApplicationParts.of(
                database, user, mail.messages(), mail.reader(), detectors.ats(), detectors.version(), clock);
        decisions = DecisionParts.of(database, user, mail, clock);
        liveMatches = decisions.liveMatches(log);
        statistics = StatisticsParts.of(database, decisions.workspace(), decisions.store(), decisions.weights());
        arrivals = ArrivalParts.of(database, mail, detectors, decisions, applications.enrichment());
        followed = FollowedParts.of(database, user, arrivals, clock);
        money = money(database, user, mail, clock);
        var mails = new SearchService.Mails(mail.messages(), mail.reader(), log, new JdbcSentMail(database));
        roll = new MailRoll(mail.messages(), log, places.roll());
        search = new SearchParts(
                places.engines(),
                mails,
                new JdbcSavedSearches(database, user),
                mail.atHand(),
                this::prepareAnswers,
                clock);
    }

    /**
     * Opens and migrates the database, installs the default policies at the very first start, and carries out what was
     * approved before the last process died.
     */
    static CompositionRoot open(Home home, DatabaseSettings settings, String user, Clock clock) {
        return open(home, settings, Engines.embedded(home.directory(), settings), user, clock);
    }

    /** The same, with another search engine than the embedded one. */
    static CompositionRoot open(Home home, DatabaseSettings settings, Engines engines, String user, Clock clock) {
        var database = Database.open(settings);
        try {
            var roll = new RollFile(home.directory().resolve(Engines.name("roll", settings)));
            var root = new CompositionRoot(new Places(home, engines, roll), database, user, clock);
            root.statistics.job().runIfDue(Progress.none());
            root.approvals().resume(Progress.none());
            return root;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static MoneyDesk money(Database database, String user, MailParts mail, Clock clock) {
        var books = new MoneyService.Books(
                new JdbcReceiptMails(database, mail.messages(), clock),
                mail.messages(),
                new JdbcDuplicateAnswers(database, user, clock),
                database);
        return new MoneyService(books, clock);
    }

    /** Reads what most questions need, so that the first one that is asked in the window waits for none of it. */
    private void prepareAnswers(Progress progress) {
        roll.prepare(progress);
        progress.checkCancelled();
        applications.desk().applications();
    }

    /** The data directory. */
    Path directory() {
        return home.directory();
    }

    /** In which days and nights are reckoned. */
    ZoneId zone() {
        return clock.getZone();
    }

    boolean isEmbedded() {
        return database.isEmbedded();
    }

    /** Another number after every change of what the statistics of policies are read from; empty where others may change it too. */
    OptionalLong statisticsVersion() {
        return database.version(JdbcPolicyCounts.TABLES);
    }

    String user() {
        return decisions.workspace().user();
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
        return liveMatches;
    }

    Simulator simulator() {
        return decisions.simulator();
    }

    UserWeights weights() {
        return decisions.weights();
    }

    Approvals approvals() {
        return decisions.approvals();
    }

    /** What the person decides about automation, and the daily word about it. */
    TrustService trust() {
        return decisions.trust();
    }

    PolicyStatistics statistics() {
        return statistics.policies();
    }

    ByHand byHand() {
        return decisions.byHand();
    }

    PolicyStatsJob policyStats() {
        return statistics.job();
    }

    InsightDesk insights() {
        return statistics.desk();
    }

    ProposingUpgrade upgrade() {
        return arrivals.upgrade();
    }

    ApplicationParts applications() {
        return applications;
    }

    MoneyDesk money() {
        return money;
    }

    /** Makes proposals of what a person asks for. */
    OnRequest requests() {
        return decisions.requests();
    }

    /** Answers for a person with this clock and locale, without a language model. */
    AskDesk ask(Clock clock, Locale locale) {
        return ask(Optional::empty, clock, locale);
    }

    /** With the language model that is set up when a question is asked, if one is. */
    AskDesk ask(Clock clock, Locale locale, ModelKey key) {
        return ask(() -> languageModel(key), clock, locale);
    }

    private AskDesk ask(Supplier<Optional<LanguageModel>> models, Clock clock, Locale locale) {
        return new AskParts(
                        applications.desk(),
                        money,
                        mail.messages(),
                        roll,
                        mail.reader(),
                        decisions.approvals(),
                        MailFinder.by(search.desk()),
                        decisions.requests(),
                        models)
                .desk(clock, locale);
    }

    /** As the settings are now; nothing is contacted before it is asked. */
    private Optional<LanguageModel> languageModel(ModelKey key) {
        var setup = modelSetup(key);
        return setup.models().apply(setup.file().load());
    }

    /** Where the language model is set up. */
    ModelSetup modelSetup(ModelKey key) {
        return new ModelSetup(
                new ModelSettingsFile(home.directory()),
                key,
                settings -> StreamedModel.of(settings, key, TimeLimits.PATIENT));
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
        return mail.check();
    }

    MailImport mailImport() {
        return new NotedImport(followed.imports(), result -> lastImport.set(Optional.of(result)));
    }

    /** Mailboxes that are read again. */
    FollowedParts followed() {
        return followed;
    }

    /** Copies an embedded database that has mail, where its newest copy is at least that old; never fails. Blocking. */
    void copyDatabase(Duration age) {
        try {
            if (database.isEmbedded() && mail.messages().count() > 0) {
                DatabaseCopies.of(home.database()).makeIfOlder(age, database, clock.instant());
            }
        } catch (CountersignException e) {
            LoggerFactory.getLogger(CompositionRoot.class).warn("the database cannot be copied", e);
        }
    }

    /** Imports mail that lies in the raw mail store but that the database knows nothing of. */
    ImportResult importUnlisted(Progress progress) {
        var source = new UnlistedMail(home.mail(), mail.mails().newestRaw());
        return mailImport().importSource(source, progress);
    }

    /** What the policies missed. */
    RecallDesk recall() {
        return statistics.recall();
    }

    /** What repeats; nothing does before it is started. */
    synchronized JobParts jobs() {
        var made = jobs;
        if (made == null) {
            made = new JobParts(this, home, database, backup(), clock);
            jobs = made;
        }
        return made;
    }

    /** What is measured, from the first call on; nothing is before. */
    synchronized MetricsText metrics() {
        var made = metrics;
        if (made == null) {
            made = MetricParts.of(this, database, lastImport::get);
            metrics = made;
        }
        return made;
    }

    private synchronized void closeMetrics() {
        if (metrics != null) {
            metrics.close();
        }
    }

    private Optional<Job.Work> backup() {
        return database.isEmbedded() ? Optional.of(this::copyNow) : Optional.empty();
    }

    private Counts copyNow(Progress progress) throws IOException {
        progress.checkCancelled();
        var copy = DatabaseCopies.of(home.database()).make(database, clock.instant());
        return Counts.of("bytes", Files.size(copy.file()));
    }

    private synchronized void closeJobs() {
        if (jobs != null) {
            jobs.close();
        }
    }

    @Override
    public void close() {
        closeJobs();
        closeMetrics();
        search.close();
        mail.close();
        database.close();
    }
}
