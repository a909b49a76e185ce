package io.countersign.shared.ui;

import io.countersign.shared.task.BackgroundTasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;

/** A view without a window: everything that it says, asks, opens, counts and leaves for is recorded. */
public abstract class RecordedScreen {
    public final RecordingToasts toasts = new RecordingToasts();
    public final ScriptedDialogs dialogs = new ScriptedDialogs();
    public final ScriptedFiles files = new ScriptedFiles();
    public final ViewCounts counts = new ViewCounts();
    public final CommandRegistry commands = new CommandRegistry();

    /** The views that were asked for, in their order. */
    public final List<View> shown = new ArrayList<>();

    protected final Texts texts;
    protected final Formats formats;

    /** All of the above, for the view. */
    protected final WindowPorts ports;

    protected RecordedScreen(BackgroundTasks tasks, Locale locale, Clock clock) {
        texts = Texts.of(locale);
        formats = new Formats(texts, locale, clock);
        ports = new WindowPorts(tasks, toasts, dialogs, files, shown::add, counts, texts, formats);
    }

    /** The nodes of the view, its commands registered, shown for the first time. For the JavaFX thread. */
    protected final <C extends Showable & CommandSource> Parent show(
            View view, Class<C> type, Supplier<C> controllers) {
        var loaded = new ViewLoader(texts, Map.of(type, controllers)).load(view);
        var controller = type.cast(loaded.controller());
        commands.add(controller.commands());
        controller.shown();
        return loaded.root();
    }
}
