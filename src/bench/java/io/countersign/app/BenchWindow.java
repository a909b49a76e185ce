package io.countersign.app;

import io.countersign.app.shell.Shell;
import io.countersign.ask.llm.KeyringModelKey;
import io.countersign.settings.WindowState;
import io.countersign.settings.ui.Appearance;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window over services that are open already, in English, 1440 x 900. */
record BenchWindow(Shell shell, Scene scene) {
    private static final Locale LANGUAGE = Locale.ENGLISH;

    /** Starts JavaFX and shows {@code view}. Once in a process; blocking. */
    static BenchWindow open(CompositionRoot root, Path home, View view, ExecutorService workers) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var clock = Clock.system(ZoneId.systemDefault());
        var run = new WindowRun(clock, new KeyringModelKey(Map.of()));
        var context = run.mailbox(root, () -> {});
        var launch = run.launch(home, () -> root, () -> {}, workers);
        long mails = root.messages().count();
        return onFx(() -> show(launch, context, mails, view));
    }

    private static BenchWindow show(Launch launch, WindowContext context, long mails, View view) {
        Look.loadFonts();
        var texts = Texts.of(LANGUAGE);
        var style = new Shell.Style(
                texts, new Formats(texts, LANGUAGE, launch.clock()), new Appearance(WindowState.DEFAULT));
        var shell = new Shell(style, launch.executor());
        var scene = new Scene(shell.root(), 1440, 900);
        new Look(false, 1).applyTo(scene);
        new ShellOpener(launch, style, shell).open(context, new NoQuestions(), new NoQuestions(), mails);
        shell.show(view);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new BenchWindow(shell, scene);
    }

    /** What {@code work} returns on the JavaFX thread; blocking. */
    static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
