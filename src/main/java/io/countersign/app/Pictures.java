package io.countersign.app;

import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;

/** Renders every view without a display. */
record Pictures(WindowRun run) {
    /**
     * Writes a PNG of each view into {@code folder} and says which.
     *
     * @throws CountersignException.Invalid when drawing is not possible here or the folder cannot be written
     */
    List<Path> write(Path home, CompositionRoot root, List<Theme> themes, PictureSize size, Path folder) {
        HeadlessText.whatIsMissing().ifPresent(missing -> {
            throw new CountersignException.Invalid("screenshots", missing);
        });
        Display.goWithout();
        try (var workers = WindowRun.workers()) {
            Files.createDirectories(folder);
            Platform.startup(() -> {});
            root.search().catchUp(Progress.none(), _ -> {});
            var context = run.mailbox(root, () -> {});
            var launch = run.launch(home, () -> root, () -> {}, workers);
            return new Screenshots(launch, Locale.getDefault()).write(context, themes, size, folder);
        } catch (IOException e) {
            throw new CountersignException.Invalid(folder.toString(), "pictures cannot be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
