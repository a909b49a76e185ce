package io.countersign.app;

import io.countersign.api.LocalApiSettingsFile;
import io.countersign.api.RecordedApi;
import io.countersign.api.ui.ApiController;
import io.countersign.api.ui.ApiViewModel;
import io.countersign.api.ui.ApiWords;
import io.countersign.approval.ui.ActivityController;
import io.countersign.approval.ui.ActivityPart;
import io.countersign.approval.ui.ActivityViewModel;
import io.countersign.approval.ui.InMemoryAuditLog;
import io.countersign.ask.InMemoryKey;
import io.countersign.ask.ModelSettingsFile;
import io.countersign.ask.ModelSetup;
import io.countersign.ask.ui.ModelController;
import io.countersign.ask.ui.ModelViewModel;
import io.countersign.ask.ui.ModelWords;
import io.countersign.job.InMemoryJobDesk;
import io.countersign.job.ui.JobsController;
import io.countersign.job.ui.JobsViewModel;
import io.countersign.job.ui.ScheduleController;
import io.countersign.mail.Address;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import io.countersign.mail.sync.FollowedMailboxes;
import io.countersign.mail.sync.InMemoryFollowedSources;
import io.countersign.mail.sync.ui.MailboxesController;
import io.countersign.mail.sync.ui.MailboxesViewModel;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.Showable;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import io.countersign.shared.ui.ViewLoader.Loaded;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Services of a made-up mailbox; the Approvals, Money and Insights views are stand-ins that say their name. */
public final class FakeContext implements WindowContext, FirstRun {
    public static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

    private static final List<String> SUBJECTS = List.of(
            "48 hours only: 30% off rain jackets",
            "Your weekend coupon is waiting",
            "Issue 212: ten dashboards we liked",
            "Interview: Senior Data Engineer, Thu 14:00 CET",
            "Your booking QX7RTP: EUR 89.90",
            "Who raised what this week");

    private final InMemoryAuditLog log = new InMemoryAuditLog(NOW);
    private final AtomicReference<@Nullable WindowPorts> ports = new AtomicReference<>();
    private final List<List<Path>> imported = new ArrayList<>();
    private volatile long mails;
    private volatile long outdated;
    private volatile boolean closed;
    private volatile boolean jobsStarted;
    private final AtomicReference<LongConsumer> arrived = new AtomicReference<>(_ -> {});
    private volatile List<String> unfinished = List.of();
    private final FollowedMailboxes mailboxes = new FollowedMailboxes(InMemoryFollowedSources.usual(NOW));
    private final InMemoryJobDesk desk = InMemoryJobDesk.usual(NOW);

    public FakeContext(long mails) {
        this.mails = mails;
    }

    /** A few days of decisions. */
    public FakeContext busy() {
        var events =
                List.of("proposed", "approved", "executed", "proposed", "rejected", "executed", "undone", "failed");
        var actions = List.of("archive_email", "unsubscribe_via_header", "create_calendar_event", "label_email");
        for (int i = 0; i < 420; i++) {
            var event = events.get(i * 7 % events.size());
            log.add(
                    event,
                    actions.get(i * 5 % actions.size()),
                    OptionalLong.of(i % SUBJECTS.size()),
                    NOW.minus(Duration.ofMinutes(13L * (420 - i))),
                    event.equals("failed")
                            ? Optional.of("the folder Archive is not there any more")
                            : Optional.empty());
        }
        log.add("policy_added", "Promotions past their end", OptionalLong.empty(), NOW.minusSeconds(900));
        log.addBatch(true, Map.of("archive_email", 23), 0, NOW.minusSeconds(90_000));
        log.addBatch(false, Map.of("unsubscribe_via_header", 1), 0, NOW.minusSeconds(80_000));
        log.addBatch(
                true,
                Map.of("label_email", 10, "archive_email", 2, "create_calendar_event", 2),
                1,
                NOW.minusSeconds(4000));
        log.addBatch(true, Map.of("archive_email", 42), 0, NOW.minusSeconds(60));
        log.undo(OptionalLong.of(1), Progress.none());
        return this;
    }

    /** Loads what is there; views of other builders become a label. */
    static Loaded load(ViewLoader loader, View view) {
        return switch (view) {
            case APPROVALS, APPLICATIONS, MONEY, POLICIES, INSIGHTS ->
                new Loaded(new StackPane(new Label("view " + view.id())), view);
            case SEARCH -> scrolled();
            case ACTIVITY, SETTINGS -> loader.load(view);
        };
    }

    /** A field in a scroll pane, which wants the keyboard. */
    private static Loaded scrolled() {
        var field = new TextField();
        field.setId("wants-keyboard");
        return new Loaded(new ScrollPane(field), new Showable() {
            @Override
            public void shown() {}

            @Override
            public void focus() {
                field.requestFocus();
            }
        });
    }

    /** So many mails were understood by older detectors. */
    void outdated(long mails) {
        outdated = mails;
    }

    public InMemoryAuditLog log() {
        return log;
    }

    WindowPorts ports() {
        return Objects.requireNonNull(ports.get());
    }

    /** A job brought mail in. */
    void mailArrives(long mails) {
        arrived.get().accept(mails);
    }

    boolean hasStartedJobs() {
        return jobsStarted;
    }

    /** Closing has to wait for these jobs. */
    void unfinished(List<String> jobs) {
        unfinished = jobs;
    }

    List<List<Path>> imported() {
        return imported;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Map<Class<?>, Supplier<?>> controllers(WindowPorts ports) {
        this.ports.set(ports);
        ports.counts().of(View.APPROVALS).set(42);
        return Map.of(
                ActivityController.class,
                () -> new ActivityController(
                        new ActivityViewModel(log, FakeContext::messages, ports.tasks(), ports.toasts(), ports.texts()),
                        new SimpleObjectProperty<>(ActivityPart.LOG),
                        ports.texts(),
                        ports.formats()),
                JobsController.class,
                () -> new JobsController(jobs(ports)),
                ScheduleController.class,
                () -> new ScheduleController(jobs(ports)),
                MailboxesController.class,
                () -> new MailboxesController(new MailboxesViewModel(() -> mailboxes, ports)),
                ApiController.class,
                () -> new ApiController(
                        new ApiViewModel(
                                new LocalApiSettingsFile(Path.of("home")), new RecordedApi(), words(ports), ports),
                        words(ports)),
                ModelController.class,
                () -> new ModelController(
                        new ModelViewModel(withoutModel(), ports, Clock.fixed(NOW, ZoneOffset.UTC)),
                        new ModelWords(ports.texts(), ports.formats())));
    }

    private JobsViewModel jobs(WindowPorts ports) {
        var place = new JobsViewModel.Place(
                InMemoryJobDesk.HERE,
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> ports.navigation().show(View.ACTIVITY),
                _ -> {},
                _ -> {});
        return new JobsViewModel(() -> desk, place, ports);
    }

    private static ApiWords words(WindowPorts ports) {
        return new ApiWords(ports.texts(), false);
    }

    private static ModelSetup withoutModel() {
        return new ModelSetup(new ModelSettingsFile(Path.of("home")), new InMemoryKey(false), _ -> Optional.empty());
    }

    private static List<Message> messages(Collection<Long> ids) {
        return ids.stream().map(FakeContext::message).toList();
    }

    private static Message message(long id) {
        var subject = SUBJECTS.get((int) id);
        var envelope = new Envelope(
                "m" + id, "local", Address.NONE, List.of(), Optional.empty(), subject, NOW, "", false, false, 100);
        var state = new MailboxState("INBOX", List.of(), List.of(), true, false, false, false);
        return new Message(id, id, 0, envelope, state, Understanding.unknown());
    }

    @Override
    public void count(WindowPorts windowPorts) {
        windowPorts.counts().of(View.MONEY).set(imported.size());
    }

    @Override
    public long mailCount() {
        return mails;
    }

    @Override
    public String account() {
        return "alex@example.com";
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public long upgrade(Progress progress) {
        return outdated;
    }

    @Override
    public boolean index(Progress progress) {
        return true;
    }

    @Override
    public void startJobs(LongConsumer arrivals) {
        arrived.set(arrivals);
        jobsStarted = true;
    }

    @Override
    public void begin(WindowPorts windowPorts, Consumer<List<Command>> commands) {
        jobs(windowPorts).commands(commands);
    }

    @Override
    public List<String> unfinished(Texts texts) {
        return unfinished;
    }

    @Override
    public void copyDatabase() {}

    @Override
    public String diagnostics() {
        return "Countersign, " + mails + " mails";
    }

    @Override
    public FirstRun firstRun() {
        return this;
    }

    @Override
    public long importPaths(List<Path> paths, Progress progress) {
        imported.add(paths);
        mails = 7;
        return 7;
    }

    @Override
    public long openDemo(Progress progress) {
        mails = 182;
        return 182;
    }

    @Override
    public void close() {
        closed = true;
    }
}
