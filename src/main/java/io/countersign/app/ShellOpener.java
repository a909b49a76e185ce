package io.countersign.app;

import io.countersign.app.shell.Shell;
import io.countersign.app.shell.Shell.Opened;
import io.countersign.app.shell.Shell.Style;
import io.countersign.settings.ui.SettingsController;
import io.countersign.settings.ui.SettingsViewModel;
import io.countersign.settings.ui.SettingsViewModel.Place;
import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.FileChoosers;
import io.countersign.shared.ui.ViewLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Puts opened services into a shell. */
final class ShellOpener {
    private final Launch launch;
    private final Style style;
    private final Shell shell;

    ShellOpener(Launch launch, Style style, Shell shell) {
        this.launch = launch;
        this.style = style;
        this.shell = shell;
    }

    /** For the JavaFX thread. {@code mails} is how many there are now. */
    void open(WindowContext context, Dialogs dialogs, FileChoosers files, long mails) {
        var ports = shell.ports(dialogs, files);
        var controllers = new HashMap<Class<?>, Supplier<?>>(context.controllers(ports));
        controllers.putAll(settings(context));
        var loader = new ViewLoader(style.texts(), controllers);
        var opened = new Opened(
                context.account(),
                context.isEmbedded(),
                context::mailCount,
                () -> context.count(ports),
                context.firstRun(),
                context::upgrade,
                context::index,
                context::copyDatabase,
                view -> launch.loading().apply(loader, view));
        shell.open(opened, files, mails);
    }

    private Map<Class<?>, Supplier<?>> settings(WindowContext context) {
        var texts = style.texts();
        var database = texts.get(context.isEmbedded() ? "status.database.embedded" : "status.database.server");
        var place = new Place(launch.home(), database, new SystemPrograms()::open, context::diagnostics);
        return Map.of(
                SettingsController.class,
                () -> new SettingsController(
                        new SettingsViewModel(style.appearance(), place, shell.tasks(), shell.toasts(), texts), texts));
    }
}
