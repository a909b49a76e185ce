package io.countersign.app;

import io.countersign.api.LocalApiSettingsFile;
import io.countersign.api.http.ApiServer;
import io.countersign.api.http.SwitchedApi;
import io.countersign.api.ui.ApiController;
import io.countersign.api.ui.ApiViewModel;
import io.countersign.api.ui.ApiWords;
import io.countersign.approval.ui.ActivityController;
import io.countersign.approval.ui.ActivityPart;
import io.countersign.approval.ui.ApprovalsController;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ui.ModelController;
import io.countersign.ask.ui.SearchAndAskController;
import io.countersign.ats.ui.ApplicationsController;
import io.countersign.insight.ui.InsightsController;
import io.countersign.job.ui.JobWords;
import io.countersign.job.ui.JobsController;
import io.countersign.job.ui.JobsViewModel;
import io.countersign.job.ui.ScheduleController;
import io.countersign.mail.sync.ui.MailboxesController;
import io.countersign.mail.sync.ui.MailboxesViewModel;
import io.countersign.money.ui.MoneyController;
import io.countersign.policy.ui.PoliciesController;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
                entry(ApprovalsController.class, () -> views().approvals(ports, drafts)),
                entry(ApplicationsController.class, () -> views().applications(ports)),
                entry(MoneyController.class, () -> views().money(ports)),
                entry(PoliciesController.class, () -> views().policies(ports, drafts)),
                entry(InsightsController.class, () -> views().insights(ports)),
                entry(ModelController.class, () -> views().languageModel(ports)),
                entry(
                        SearchAndAskController.class,
                        () -> new SearchAndAskParts(root, clock, key).controller(ports, drafts)),
                entry(ActivityController.class, () -> views().activity(ports, made.part())),
                entry(JobsController.class, () -> new JobsController(made.jobs())),
                entry(ScheduleController.class, () -> new ScheduleController(made.jobs())),
                entry(
                        MailboxesController.class,
                        () -> new MailboxesController(
                                new MailboxesViewModel(() -> root.followed().desk(), ports))),
                entry(ApiController.class, () -> new ApiController(made.api(), apiWords(ports.texts()))));
    }

    /** Of whatever mail is shown when a view is opened: the demo may have taken the place of the person's own. */
    private MailViews views() {
        return new MailViews(root, clock, key);
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

    @Override
    public void count(WindowPorts ports) {
        new RailCounts(views()).count(ports);
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
