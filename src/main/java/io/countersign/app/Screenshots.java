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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
     * Writes {@code VIEW-light.png}, {@code VIEW-dark.png}, and the same for each tab, for a search and for a question, into a
     * folder and says which files it wrote. Not for the JavaFX thread.
     *
     * @param themes light, dark, or both
     */
    List<Path> write(WindowContext context, List<Theme> themes, PictureSize size, Path folder)
            throws IOException, InterruptedException {
        var files = new ArrayList<Path>();
        for (var theme : themes) {
            for (var shot : shots()) {
                files.add(write(context, shot, theme, size, folder));
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

    /** What is in a picture, and the way there. */
    private record Shot(String name, Consumer<Shell> way) {
        static Shot of(View view) {
            return new Shot(view.id(), shell -> shell.show(view));
        }

        static Shot of(View view, String tab) {
            return new Shot(view.id() + "-" + tab, shell -> shell.show(view, tab));
        }
    }

    private List<Shot> shots() {
        var texts = Texts.of(locale);
        var used = Stream.of(
                new Shot("search-found", shell -> shell.search(texts.get("search.example.words"))),
                new Shot("search-answered", shell -> shell.ask(texts.get("ask.example.1"))));
        var views = Stream.of(View.values())
                .flatMap(view -> Stream.concat(
                        Stream.of(Shot.of(view)), view.tabs().stream().map(tab -> Shot.of(view, tab))));
        return Stream.concat(views, used).toList();
    }

    /** One view in the shell; waits until it has loaded what it shows. Not for the JavaFX thread. */
    public Image picture(WindowContext context, View view, boolean dark, int width, int height)
            throws InterruptedException {
        return picture(context, Shot.of(view), dark, width, height);
    }

    /** The shell after this was done in it; waits until it has loaded what it shows. Not for the JavaFX thread. */
    Image picture(WindowContext context, Consumer<Shell> way, boolean dark, int width, int height)
            throws InterruptedException {
        return picture(context, new Shot("", way), dark, width, height);
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
            shot.way().accept(shell);
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
