package io.countersign.app.shell;

import io.countersign.app.FirstRun;
import io.countersign.app.Navigator;
import io.countersign.app.shell.ShellViewModel.Phase;
import io.countersign.settings.ui.Appearance;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.FileChoosers;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.FxBackgroundTasks;
import io.countersign.shared.ui.Searchable;
import io.countersign.shared.ui.Shortcuts;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewCounts;
import io.countersign.shared.ui.ViewLoader;
import io.countersign.shared.ui.ViewLoader.Loaded;
import io.countersign.shared.ui.WindowPorts;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything inside the window. Shown at once with a skeleton; {@link #open} puts the views in. For the JavaFX thread. */
public final class Shell {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final Duration TOAST = Duration.seconds(6);

    private final Style style;
    private final CommandRegistry commands = new CommandRegistry();
    private final ViewCounts counts = new ViewCounts();
    private final ToastLayer toasts = new ToastLayer(TOAST);
    private final Overlays overlays = new Overlays();
    private final FxBackgroundTasks tasks;
    private final ShellViewModel model;
    private final ShellController controller;
    private final StackPane root;
    private final CommandPalette palette;
    private final ShortcutSheet shortcuts;
    private final Indexing indexing;
    private @Nullable Navigator navigator;
    private @Nullable LongSupplier mailCount;
    private Runnable viewCounts = () -> {};

    /** How the person wants the window: the language, the formats and the look. */
    public record Style(Texts texts, Formats formats, Appearance appearance, TableMemory tables) {
        /** A window whose tables nobody has arranged yet. */
        public Style(Texts texts, Formats formats, Appearance appearance) {
            this(texts, formats, appearance, new TableMemory(Map.of()));
        }
    }

    /**
     * What was opened, as far as the shell shows it. {@code mailCount} is blocking; {@code viewCounts} counts
     * anew what stands beside the views, in the background; {@code upgrade} is blocking: it
     * lets better detectors look at the mail again where that is due, and returns how many mails it looked at;
     * {@code index} is blocking: it brings the search index up to date, and returns false where that is not possible now;
     * {@code copy} is blocking: it copies the database to be safe.
     */
    public record Opened(
            String account,
            boolean embedded,
            LongSupplier mailCount,
            Runnable viewCounts,
            FirstRun firstRun,
            Function<Progress, Long> upgrade,
            Predicate<Progress> index,
            Runnable copy,
            Function<View, Loaded> views) {}

    /** Runs background work on {@code executor}. */
    public Shell(Style style, Executor executor) {
        this.style = style;
        this.tasks = new FxBackgroundTasks(executor, this::present);
        this.model = new ShellViewModel(style.texts(), style.formats());
        this.controller = new ShellController(model, style.appearance(), counts, style.texts(), style.formats());
        this.palette = new CommandPalette(commands, overlays, style.texts(), this::into);
        this.shortcuts = new ShortcutSheet(commands, overlays, style.texts());
        var frame = new ViewLoader(style.texts(), Map.of(ShellController.class, () -> controller))
                .load(fxml("shell"))
                .root();
        root = new StackPane(frame, toasts, overlays);
        root.getStyleClass().add("shell");
        var taskPanel = new TaskPanel(tasks, overlays, style.texts(), style.formats());
        controller.on(this::show, taskPanel::open, this::filter, this::focusView);
        controller.bindTasks(tasks);
        controller.enableRail(false);
        commands.add(new ShellCommands(style)
                .create(
                        this::show,
                        palette::open,
                        shortcuts::open,
                        taskPanel::open,
                        controller::focusFilter,
                        this::isReady));
        commands.add(List.of(Command.of(
                        "window.search",
                        style.texts().get("command.search"),
                        style.texts().get("section.views"),
                        () -> search(controller.filterText()))
                .keys("Shortcut+Shift+F")
                .when(this::isReady)));
        indexing = new Indexing(
                tasks, toasts, style.texts(), () -> model.phaseProperty().get() == Phase.CLOSING);
        model.phaseProperty().subscribe(this::phase);
    }

    public Parent root() {
        return root;
    }

    public FxBackgroundTasks tasks() {
        return tasks;
    }

    public Toasts toasts() {
        return toasts;
    }

    /** What views may ask of the window. */
    public WindowPorts ports(Dialogs dialogs, FileChoosers files) {
        return new WindowPorts(tasks, toasts, dialogs, files, this::show, counts, style.texts(), style.formats());
    }

    /** Makes shortcuts work in the scene that shows {@link #root}. */
    public void listenTo(Scene scene) {
        Shortcuts.listen(scene, commands, () -> !overlays.isOpen());
    }

    /** Shows the first view, or the welcome pane while there is no mail. {@code mails} is how many there are now. */
    public void open(Opened opened, FileChoosers files, long mails) {
        model.opened(opened.account(), opened.embedded());
        model.mailCount(mails);
        mailCount = opened.mailCount();
        viewCounts = opened.viewCounts();
        var navigation = new Navigator(opened.views(), commands);
        navigator = navigation;
        navigation.currentProperty().subscribe(this::shown);
        var more = new MoreMail(
                opened.firstRun(), files, tasks, toasts, style.texts(), style.formats(), this::mailChanged);
        commands.add(more.commands(this::isReady));
        more.acceptDrops(root, this::isReady);
        controller.onMoreMail(more::askForFiles);
        if (mails == 0) {
            welcome(opened.firstRun(), files);
        } else {
            ready();
            tasks.run("tasks.upgrade", opened.upgrade()::apply, this::upgraded);
        }
        Runnable index = () -> indexing.start(opened.index(), opened.copy());
        commands.add(List.of(Command.of(
                        "window.index",
                        style.texts().get("command.index"),
                        style.texts().get("view.search"),
                        index)
                .when(this::isReady)));
        index.run();
    }

    /** Does this, which may block, once the search index was brought up to date or could not be. To be called before {@link #open}. */
    public void whenIndexed(Runnable work) {
        indexing.afterwards(work);
    }

    /** Adds commands that can be run wherever the person is, once the mailbox is open. */
    public void offer(List<Command> offered) {
        commands.add(offered.stream()
                .map(command ->
                        command.when(() -> isReady() && command.enabled().getAsBoolean()))
                .toList());
    }

    private void upgraded(long examined) {
        if (examined > 0) {
            toasts.show(style.texts().get("upgrade.done", style.formats().number(examined)));
            mailChanged();
        }
    }

    private void mailChanged() {
        countAgain();
        if (navigator != null) {
            navigator.refresh();
            viewCounts.run();
        }
    }

    /** Says that mail came in by itself; what is being looked at stays as it is until the person wants to see it. */
    public void arrived(long mails) {
        countAgain();
        viewCounts.run();
        var texts = style.texts();
        toasts.show(texts.get("import.done", mails, style.formats().number(mails)), texts.get("jobs.show"), () -> {
            show(View.APPROVALS);
            mailChanged();
        });
    }

    /** Says why the mailbox could not be opened. */
    public void failed(Throwable why) {
        LOG.error("cannot open", why);
        model.failed(why);
    }

    /** Says that the window waits for running work. */
    public void closing() {
        overlays.close();
        model.phaseProperty().set(Phase.CLOSING);
    }

    /** Says which jobs the closing window waits for; they end, or stop and are run again later. */
    public void finishing(List<String> jobs) {
        if (!jobs.isEmpty()) {
            var text = style.texts().get("closing.jobs", String.join(", ", jobs));
            controller.content().getChildren().setAll(Skeleton.create(text));
        }
    }

    /** Shows a view once the mailbox is open. */
    public void show(View view) {
        if (isReady() && navigator != null) {
            overlays.close();
            navigator.show(view);
        }
    }

    /** Shows a part of a view, which is one of its {@link View#tabs}. */
    public void show(View view, String tab) {
        show(view);
        commands.find(view.id() + ".tab." + tab).ifPresent(Command::run);
    }

    /** The ways from a text that names no command into the mail. */
    private List<Command> into(String typed) {
        var text = typed.strip();
        return isReady() && !text.isEmpty()
                ? List.of(
                        into("window.search.for", "command.search.for", text, () -> search(text)),
                        into("window.ask", "command.ask", text, () -> ask(text)))
                : List.of();
    }

    private Command into(String id, String title, String text, Runnable way) {
        return Command.of(id, style.texts().get(title, text), style.texts().get("view.search"), way);
    }

    /** Looks through all mail for a text, wherever one is. */
    public void search(String text) {
        inSearch(view -> view.search(text));
    }

    /** Asks a question about the mail, wherever one is. */
    public void ask(String question) {
        inSearch(view -> view.ask(question));
    }

    private void inSearch(Consumer<Searchable> action) {
        show(View.SEARCH);
        if (navigator != null) {
            navigator.searchable().ifPresent(action);
        }
    }

    private boolean isReady() {
        return model.phaseProperty().get() == Phase.READY;
    }

    private void welcome(FirstRun firstRun, FileChoosers files) {
        var welcome = new WelcomeViewModel(firstRun, tasks, style.texts(), style.formats(), this::countAgain);
        var loaded = new ViewLoader(
                        style.texts(),
                        Map.of(WelcomeController.class, () -> new WelcomeController(welcome, files, style.texts())))
                .load(fxml("welcome"));
        model.titleProperty().set(style.texts().get("welcome.title"));
        model.phaseProperty().set(Phase.WELCOME);
        controller.content().getChildren().setAll(loaded.root());
        loaded.root()
                .applyCss(); // a scroll pane takes its content in with its first styles, and only then can it have the
        // focus
        ((WelcomeController) loaded.controller()).focus();
    }

    private void ready() {
        model.phaseProperty().set(Phase.READY);
        controller.enableRail(true);
        show(View.APPROVALS);
        viewCounts.run();
    }

    private void countAgain() {
        var count = mailCount;
        if (count != null) {
            tasks.run("status.counting", _ -> count.getAsLong(), mails -> {
                model.mailCount(mails);
                if (mails > 0 && !isReady()) {
                    ready();
                }
            });
        }
    }

    private void shown(@Nullable View view) {
        if (view == null || navigator == null) {
            return;
        }
        controller.current(view);
        controller.clearFilter();
        model.titleProperty().set(style.texts().get(view.titleKey()));
        var filterable = navigator.filterable();
        model.filterableProperty().set(filterable.isPresent());
        filterable.map(Filterable::filterPrompt).ifPresent(model.filterPromptProperty()::set);
        navigator.content().ifPresent(content -> {
            controller.content().getChildren().setAll(content);
            content.applyCss(); // what is in a scroll pane is in the scene, and can take the keyboard, once that has
            // its skin
            style.tables().restore(content);
        });
        countAgain();
    }

    private void filter(String text) {
        if (navigator != null) {
            navigator.filterable().ifPresent(f -> f.filter(text));
        }
    }

    private void focusView() {
        if (navigator != null) {
            navigator.focus();
        }
    }

    private void phase(Phase phase) {
        switch (phase) {
            case OPENING -> {
                model.titleProperty().set("");
                controller
                        .content()
                        .getChildren()
                        .setAll(Skeleton.create(style.texts().get("opening.title")));
            }
            case FAILED -> controller.content().getChildren().setAll(sorry());
            case CLOSING -> {
                var text = style.texts().get("closing.title");
                model.filterableProperty().set(false);
                controller.enableRail(false);
                controller.content().getChildren().setAll(Skeleton.create(text));
            }
            case WELCOME, READY -> {}
        }
    }

    private Node sorry() {
        var state = new EmptyState();
        state.setIcon("mdi2d-database-alert-outline");
        state.setTitle(style.texts().get("opening.failed"));
        state.setMessage(model.failureProperty().get());
        return state;
    }

    private void present(Throwable failure) {
        LOG.error("background work failed", failure);
        toasts.show(style.texts().of(failure));
    }

    private static URL fxml(String name) {
        return Objects.requireNonNull(Shell.class.getResource("/views/" + name + ".fxml"), name);
    }

    /** All commands that can be run now; for tests of the keys. */
    List<Command> commands() {
        return commands.all();
    }
}
