package io.countersign.app;

import io.countersign.app.shell.Shell;
import io.countersign.app.shell.Shell.Style;
import io.countersign.app.shell.TableMemory;
import io.countersign.settings.WindowState;
import io.countersign.settings.WindowStateFile;
import io.countersign.settings.ui.Appearance;
import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.FileChoosers;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.FxDialogs;
import io.countersign.shared.ui.FxFileChoosers;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.Texts;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window over one mailbox: shown at once, filled when the services are open, closed when its work has ended. */
public final class DesktopWindow {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

    private final Stage stage;
    private final Launch launch;
    private final Runnable onClosed;
    private final WindowStateFile file;
    private final WindowState before;
    private final Style style;
    private final Shell shell;
    private final WindowPlace place;
    private @Nullable WindowContext context;
    private boolean opening = true;
    private boolean closing;
    private Function<Window, FileChoosers> choosers = FxFileChoosers::new;

    /** {@code onClosed} runs on the JavaFX thread after the services were closed. */
    public DesktopWindow(Stage stage, Launch launch, Runnable onClosed) {
        this.stage = stage;
        this.launch = launch;
        this.onClosed = onClosed;
        file = new WindowStateFile(launch.home());
        before = file.load();
        var texts = Texts.of(before.locale());
        var formatLocale = before.language().isEmpty() ? Locale.getDefault(Locale.Category.FORMAT) : before.locale();
        style = new Style(
                texts,
                new Formats(texts, formatLocale, launch.clock()),
                new Appearance(before),
                new TableMemory(before.columns()));
        shell = new Shell(style, launch.executor());
        place = new WindowPlace(stage);
    }

    /** Asks for files another way; for tests, where the system's choosers need a display. */
    void setFileChoosers(FileChoosers files) {
        choosers = _ -> files;
    }

    /** Shows the window, then opens the services behind it. For the JavaFX thread. */
    public void show() {
        var scene = new Scene(shell.root(), before.area().width(), before.area().height());
        dress(scene);
        shell.listenTo(scene);
        stage.setTitle("Countersign");
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setScene(scene);
        place.restore(before);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.show();
        aside("open", this::open);
    }

    /** Asks running work to stop, waits for it, then closes the services. For the JavaFX thread. */
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        file.save(state());
        shell.closing();
        shell.tasks().cancelAll();
        sayWhatIsGoingOn();
        shell.tasks().whenIdle(this::closeServices);
    }

    private void sayWhatIsGoingOn() {
        var open = context;
        if (open != null) {
            shell.tasks().run("closing.title", _ -> open.unfinished(style.texts()), shell::finishing);
        }
    }

    private void open() {
        try {
            var opened = launch.opener().call();
            long mails = opened.mailCount();
            Platform.runLater(() -> fill(opened, mails));
        } catch (Exception e) {
            Platform.runLater(() -> {
                opening = false;
                if (closing) {
                    closeServices();
                } else {
                    shell.failed(e);
                }
            });
        }
    }

    private void fill(WindowContext opened, long mails) {
        opening = false;
        context = opened;
        if (closing) {
            closeServices();
            return;
        }
        Dialogs dialogs = new FxDialogs(stage, style.texts());
        var files = choosers.apply(stage);
        shell.whenIndexed(() -> opened.startJobs(arrived -> Platform.runLater(() -> shell.arrived(arrived))));
        new ShellOpener(launch, style, shell).open(opened, dialogs, files, mails);
        opened.begin(shell.ports(dialogs, files), shell::offer);
    }

    private void closeServices() {
        if (opening) {
            return; // whatever is being opened closes when it arrives
        }
        var toClose = context;
        aside("close", () -> {
            try {
                if (toClose != null) {
                    toClose.close();
                }
            } catch (RuntimeException e) {
                LOG.error("cannot close", e);
            }
            Platform.runLater(() -> {
                stage.hide();
                onClosed.run();
            });
        });
    }

    private WindowState state() {
        var appearance = style.appearance();
        return new WindowState(
                place.area(),
                stage.isMaximized(),
                appearance.railCollapsedProperty().get(),
                appearance.themeProperty().get(),
                appearance.textScaleProperty().get(),
                appearance.languageProperty().get(),
                style.tables().arrangement());
    }

    private void dress(Scene scene) {
        var appearance = style.appearance();
        var preferences = Platform.getPreferences();
        appearance.systemDarkProperty().bind(preferences.colorSchemeProperty().map(s -> s == ColorScheme.DARK));
        Runnable apply = () -> new Look(
                        appearance.darkProperty().get(),
                        appearance.textScaleProperty().get())
                .applyTo(scene);
        appearance.darkProperty().subscribe(_ -> apply.run());
        appearance.textScaleProperty().subscribe(_ -> apply.run());
    }

    private static void aside(String name, Runnable work) {
        Thread.ofPlatform().name(name).start(work);
    }
}
