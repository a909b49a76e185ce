package io.countersign.app;

import io.countersign.app.shell.Shell;
import io.countersign.app.shell.Shell.Style;
import io.countersign.settings.WindowState;
import io.countersign.settings.ui.Appearance;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Theme;
import io.countersign.shared.ui.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;

/** Pictures of every view inside the shell, as a window would show them; needs no display. */
public final class Screenshots {
    private final Launch launch;
    private final Locale locale;
    private final SceneRenderer renderer = new SceneRenderer();

    /** The toolkit must run already ({@code -Dglass.platform=Headless -Dprism.order=sw} where there is no display). */
    public Screenshots(Launch launch, Locale locale) {
        this.launch = launch;
        this.locale = locale;
    }

    /**
     * Writes {@code VIEW-light.png}, {@code VIEW-dark.png}, and the same for each tab, into a folder and says which files it
     * wrote. Not for the JavaFX thread.
     *
     * @param themes light, dark, or both
     */
    List<Path> write(WindowContext context, List<Theme> themes, PictureSize size, Path folder)
            throws IOException, InterruptedException {
        var files = new ArrayList<Path>();
        for (var theme : themes) {
            for (var view : View.values()) {
                files.add(write(context, new Shot(view, ""), theme, size, folder));
                for (var tab : view.tabs()) {
                    files.add(write(context, new Shot(view, tab), theme, size, folder));
                }
            }
        }
        return files;
    }

    private Path write(WindowContext context, Shot shot, Theme theme, PictureSize size, Path folder)
            throws IOException, InterruptedException {
        var file = folder.resolve(shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        renderer.write(picture(context, shot, theme == Theme.DARK, size.width(), size.height()), file);
        return file;
    }

    /** What is in a picture: a view, or one of its tabs. */
    private record Shot(View view, String tab) {
        String name() {
            return tab.isEmpty() ? view.id() : view.id() + "-" + tab;
        }

        void show(Shell shell) {
            if (tab.isEmpty()) {
                shell.show(view);
            } else {
                shell.show(view, tab);
            }
        }
    }

    /** One view in the shell; waits until it has loaded what it shows. Not for the JavaFX thread. */
    public Image picture(WindowContext context, View view, boolean dark, int width, int height)
            throws InterruptedException {
        return picture(context, new Shot(view, ""), dark, width, height);
    }

    private Image picture(WindowContext context, Shot shot, boolean dark, int width, int height)
            throws InterruptedException {
        long mails = context.mailCount();
        var state = WindowState.DEFAULT;
        var texts = Texts.of(locale);
        var style = new Style(texts, new Formats(texts, locale, launch.clock()), new Appearance(state));
        style.appearance().themeProperty().set(dark ? Theme.DARK : Theme.LIGHT);
        var shell = onFx(() -> new Shell(style, launch.executor()));
        var scene = onFx(() -> {
            Look.loadFonts();
            var made = renderer.scene(shell.root(), width, height, new Look(dark, 1));
            new ShellOpener(launch, style, shell).open(context, new NoQuestions(), new NoQuestions(), mails);
            shot.show(shell);
            return made;
        });
        settle(shell, scene);
        return onFx(() -> renderer.draw(scene));
    }

    // A view may load in several steps, each begun by the end of the one before, on the JavaFX thread: two idle moments
    // in a row.
    private void settle(Shell shell, Scene scene) throws InterruptedException {
        for (int idle = 0; idle < 2; ) {
            var done = new Semaphore(0);
            boolean busy = onFx(() -> {
                renderer.layOut(scene);
                boolean running = !shell.tasks().running().isEmpty();
                shell.tasks().whenIdle(done::release);
                return running;
            });
            if (busy) {
                done.acquire();
            }
            idle = busy ? 0 : idle + 1;
        }
    }

    private static <T> T onFx(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}
