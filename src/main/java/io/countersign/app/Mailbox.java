package io.countersign.app;

import io.countersign.api.LocalApiSettingsFile;
import io.countersign.api.http.ApiServer;
import io.countersign.api.http.SwitchedApi;
import io.countersign.api.ui.ApiController;
import io.countersign.api.ui.ApiViewModel;
import io.countersign.api.ui.ApiWords;
import io.countersign.approval.ui.ActivityController;
import io.countersign.approval.ui.ActivityPart;
import io.countersign.approval.ui.ActivityViewModel;
import io.countersign.approval.ui.ApprovalWords;
import io.countersign.approval.ui.ApprovalsController;
import io.countersign.approval.ui.ApprovalsViewModel;
import io.countersign.approval.ui.DetailReader;
import io.countersign.approval.ui.RowFilter;
import io.countersign.approval.ui.TrustPorts;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ui.ModelController;
import io.countersign.ask.ui.ModelViewModel;
import io.countersign.ask.ui.ModelWords;
import io.countersign.ask.ui.SearchAndAskController;
import io.countersign.ats.detection.RelayDomains;
import io.countersign.ats.ui.ApplicationWords;
import io.countersign.ats.ui.ApplicationsController;
import io.countersign.ats.ui.ApplicationsReader;
import io.countersign.ats.ui.ApplicationsViewModel;
import io.countersign.insight.ui.InsightReader;
import io.countersign.insight.ui.InsightWords;
import io.countersign.insight.ui.InsightsController;
import io.countersign.insight.ui.InsightsViewModel;
import io.countersign.job.Counts;
import io.countersign.job.ui.JobWords;
import io.countersign.job.ui.JobsController;
import io.countersign.job.ui.JobsViewModel;
import io.countersign.job.ui.ScheduleController;
import io.countersign.mail.sync.ui.MailboxesController;
import io.countersign.mail.sync.ui.MailboxesViewModel;
import io.countersign.money.MoneyDesk;
import io.countersign.money.ui.MoneyController;
import io.countersign.money.ui.MoneyReader;
import io.countersign.money.ui.MoneyViewModel;
import io.countersign.money.ui.MoneyWords;
import io.countersign.policy.ui.PoliciesController;
import io.countersign.policy.ui.PoliciesReader;
import io.countersign.policy.ui.PoliciesViewModel;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.policy.ui.PolicyWords;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The opened services as the window shows them: which controller gets which of them. Trying the demo mailbox puts it in place
 * of the person's own until the window closes, so that made-up mail never mixes with real mail.
 */
final class Mailbox implements WindowContext {
    private static final int WARM_UP = 8;
    private static final javafx.util.Duration OFTEN = javafx.util.Duration.seconds(1);
    private static final javafx.util.Duration SELDOM = javafx.util.Duration.seconds(5);

    private final Clock clock;
    private final ModelKey key;
    private final Runnable onClose;
    private final Path home;
    private final SwitchedApi api;
    private volatile CompositionRoot root;
    private volatile @Nullable ThrowawayHome demo;
    private @Nullable Background background;

    /** What goes on in an open window, whichever view is shown. */
    private record Background(JobsViewModel jobs, ApiViewModel api, ObjectProperty<ActivityPart> part) {}

    /**
     * Shows these services.
     *
     * @param key of the language model, where one is set up
     * @param onClose closes them, and what was opened with them
     */
    Mailbox(CompositionRoot root, Clock clock, ModelKey key, Runnable onClose) {
        this.root = root;
        this.clock = clock;
        this.key = key;
        this.onClose = onClose;
        home = root.directory();
        api = new SwitchedApi(home, this::served);
    }

    private ApiServer.Offer served() {
        var now = root;
        return ApiParts.of(now, now.ask(clock, Locale.getDefault(), key)).offer(home);
    }

    @Override
    public Map<Class<?>, Supplier<?>> controllers(WindowPorts ports) {
        var drafts = new PolicyDrafts(ports.navigation());
        var made = background(ports);
        background = made;
        return Map.ofEntries(
                entry(ApprovalsController.class, () -> approvals(ports, drafts)),
                entry(ApplicationsController.class, () -> applications(ports)),
                entry(MoneyController.class, () -> money(ports)),
                entry(PoliciesController.class, () -> policies(ports, drafts)),
                entry(InsightsController.class, () -> insights(ports)),
                entry(ModelController.class, () -> languageModel(ports)),
                entry(
                        SearchAndAskController.class,
                        () -> new SearchAndAskParts(root, clock, key).controller(ports, drafts)),
                entry(ActivityController.class, () -> activity(ports, made.part())),
                entry(JobsController.class, () -> new JobsController(made.jobs())),
                entry(ScheduleController.class, () -> new ScheduleController(made.jobs())),
                entry(
                        MailboxesController.class,
                        () -> new MailboxesController(
                                new MailboxesViewModel(() -> root.followed().desk(), ports))),
                entry(ApiController.class, () -> new ApiController(made.api(), apiWords(ports.texts()))));
    }

    private static Map.Entry<Class<?>, Supplier<?>> entry(Class<?> controller, Supplier<?> maker) {
        return Map.entry(controller, maker);
    }

    private Background background(WindowPorts ports) {
        var part = new SimpleObjectProperty<>(ActivityPart.LOG);
        Runnable show = () -> {
            part.set(ActivityPart.JOBS);
            ports.navigation().show(View.ACTIVITY);
        };
        var place = new JobsViewModel.Place(JobParts.machine(), clock, show, Pause.of(OFTEN), Pause.of(SELDOM));
        return new Background(
                new JobsViewModel(() -> root.jobs().desk(), place, ports),
                new ApiViewModel(new LocalApiSettingsFile(home), api, apiWords(ports.texts()), ports),
                part);
    }

    private static ApiWords apiWords(Texts texts) {
        return new ApiWords(texts, System.getProperty("os.name", "").startsWith("Windows"));
    }

    @Override
    public void begin(WindowPorts ports, Consumer<List<Command>> commands) {
        var begun = background;
        if (begun != null) {
            begun.api().begin();
            begun.jobs().commands(commands);
        }
    }

    @Override
    public void startJobs(LongConsumer arrivals) {
        root.followed().onArrival(arrivals);
        root.jobs().start();
    }

    @Override
    public List<String> unfinished(Texts texts) {
        return root.jobs().desk().jobs().stream()
                .filter(state -> state.running()
                        .filter(run -> run.machine().equals(JobParts.machine()))
                        .isPresent())
                .map(state -> JobWords.name(texts, state.name()))
                .toList();
    }

    private ApprovalsController approvals(WindowPorts ports, PolicyDrafts drafts) {
        var words = new ApprovalWords(ports.texts(), ports.formats());
        var reader = new DetailReader(
                root.approvals(),
                root.messages(),
                root.reader(),
                new AppliedHere(root.applications().desk(), RelayDomains.load(), clock.getZone()));
        return new ApprovalsController(
                ApprovalsViewModel.of(
                        root.approvals(),
                        new TrustPorts(root.trust(), root.trust()),
                        reader,
                        RowFilter.words(),
                        ports,
                        drafts,
                        words,
                        clock),
                words,
                clock);
    }

    @Override
    public void count(WindowPorts ports) {
        count(
                ports,
                View.APPROVALS,
                "approvals.counting",
                () -> root.approvals().pendingCount());
        count(
                ports,
                View.APPLICATIONS,
                "applications.counting",
                () -> applicationsReader(ports).needingAction(clock));
        count(
                ports,
                View.MONEY,
                "money.counting",
                () -> root.money().duplicates(MoneyDesk.WINDOW_DAYS).stream()
                        .filter(pair -> pair.answer().isEmpty())
                        .count());
        ports.tasks()
                .run(
                        "jobs.digest.reading",
                        _ -> root.jobs().news().take(),
                        news -> news.ifPresent(counts -> tell(ports, counts)));
        ports.tasks()
                .run(
                        "insights.loading",
                        _ -> {
                            insightReader().readAhead();
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

    private ApplicationsController applications(WindowPorts ports) {
        var words = new ApplicationWords(ports.texts(), ports.formats(), clock);
        return new ApplicationsController(
                new ApplicationsViewModel(applicationsReader(ports), ports, words, clock), words);
    }

    private ApplicationsReader applicationsReader(WindowPorts ports) {
        var parts = root.applications();
        return new ApplicationsReader(
                parts.desk(),
                parts.drafts(),
                new ApplicationsReader.Mails(root.messages(), root.reader()),
                new ApplicationExport(
                        parts.drafts(),
                        root.messages(),
                        new SystemPrograms()::write,
                        ports.texts().get("applications.interview"),
                        clock));
    }

    private MoneyController money(WindowPorts ports) {
        var reader = new MoneyReader(
                root.money(), root.reader(), clock.getZone(), ports.formats().locale());
        return new MoneyController(
                new MoneyViewModel(reader, ports, clock), new MoneyWords(ports.texts(), ports.formats()));
    }

    private PoliciesController policies(WindowPorts ports, PolicyDrafts drafts) {
        var reader = new PoliciesReader(
                root.policyDesk(),
                root.liveMatches(),
                root.simulator(),
                root.messages(),
                root.reader(),
                new DecidedQuality(root.statistics(), root.user()));
        return new PoliciesController(
                new PoliciesViewModel(reader, ports, drafts, PoliciesViewModel.Pauses.typing()),
                new PolicyWords(ports.texts(), ports.formats()));
    }

    private InsightsController insights(WindowPorts ports) {
        return new InsightsController(
                new InsightsViewModel(insightReader(), ports), new InsightWords(ports.texts(), ports.formats()));
    }

    private InsightReader insightReader() {
        var personal = new InsightReader.Personal(root.user(), root.weights(), root.approvals(), root.reader());
        return new InsightReader(root.insights(), Optional.of(root.trust()), personal, clock);
    }

    private ModelController languageModel(WindowPorts ports) {
        return new ModelController(
                new ModelViewModel(root.modelSetup(key), ports, clock), new ModelWords(ports.texts(), ports.formats()));
    }

    private ActivityController activity(WindowPorts ports, ObjectProperty<ActivityPart> part) {
        return new ActivityController(
                new ActivityViewModel(
                        root.approvals(), root.messages()::findAll, ports.tasks(), ports.toasts(), ports.texts()),
                part,
                ports.texts(),
                ports.formats());
    }

    @Override
    public long mailCount() {
        return root.messages().count();
    }

    @Override
    public String account() {
        return root.user();
    }

    @Override
    public boolean isEmbedded() {
        return root.isEmbedded();
    }

    @Override
    public long upgrade(Progress progress) {
        return root.upgrade().runIfDue(progress);
    }

    @Override
    public boolean index(Progress progress) {
        var failed = new AtomicBoolean();
        root.search().catchUp(progress, _ -> failed.set(true));
        root.search().follow();
        firstSearch();
        return !failed.get();
    }

    @Override
    public void copyDatabase() {
        root.copyDatabase(Duration.ofHours(1));
    }

    @Override
    public String diagnostics() {
        return Diagnostics.ofThisProcess(() -> root, root.directory()).text();
    }

    /** What only the first search has to load is loaded before a person waits for it. */
    private void firstSearch() {
        root.search().desk().prepare(Progress.none());
        for (var begun : List.of("e", "er", "from:e")) {
            root
                    .search()
                    .desk()
                    .find(new Wanted(begun, true, Mode.PLAIN, Order.RELEVANCE, Map.of(), WARM_UP))
                    .hits()
                    .stream()
                    .limit(WARM_UP)
                    .forEach(hit -> root.search()
                            .desk()
                            .snippet(SearchQuery.parse(begun), hit.mail().id()));
        }
    }

    @Override
    public FirstRun firstRun() {
        return new FirstRun() {
            @Override
            public long importPaths(List<Path> paths, Progress progress) {
                return root.mailImport().importPaths(paths, progress).imported();
            }

            @Override
            public long openDemo(Progress progress) {
                var opened = ThrowawayHome.create(clock);
                demo = opened;
                long imported = opened.fill(progress).imported();
                opened.root().search().follow();
                root = opened.root();
                api.renew();
                root.jobs().start();
                return imported;
            }
        };
    }

    @Override
    public void close() {
        api.close();
        var opened = demo;
        if (opened != null) {
            opened.close();
        }
        onClose.run();
    }
}
