package io.countersign.settings.ui;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** State and actions of the Settings view; on the JavaFX thread only. */
public final class SettingsViewModel {
    private final Appearance appearance;
    private final Place place;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;

    /**
     * Where the data is.
     *
     * @param database its kind, in words
     * @param opener shows a folder in the system's file browser; blocking, throws when it cannot
     * @param diagnostics what a bug report needs; blocking
     */
    public record Place(Path home, String database, FolderOpener opener, Supplier<String> diagnostics) {}

    /** Shows a folder outside this program. */
    @FunctionalInterface
    public interface FolderOpener {
        /** Blocking. */
        void open(Path folder) throws Exception;
    }

    public SettingsViewModel(Appearance appearance, Place place, BackgroundTasks tasks, Toasts toasts, Texts texts) {
        this.appearance = appearance;
        this.place = place;
        this.tasks = tasks;
        this.toasts = toasts;
        this.texts = texts;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** The data folder as the person would type it. */
    public String home() {
        return place.home().toAbsolutePath().toString();
    }

    /** The kind of database, in words. */
    public String database() {
        return place.database();
    }

    /** The version and the Java it runs on. */
    public String version() {
        var version = SettingsViewModel.class.getPackage().getImplementationVersion();
        return texts.get(
                "settings.version",
                version == null ? "0.1.0" : version,
                Runtime.version().feature());
    }

    /** Says in a toast when the system has no way to show a folder. */
    public void openHome() {
        tasks.run(
                "settings.opening.folder",
                _ -> {
                    try {
                        place.opener().open(place.home());
                        return true;
                    } catch (Exception e) {
                        return false;
                    }
                },
                opened -> {
                    if (!opened) {
                        toasts.show(texts.get("settings.cannot.open"));
                    }
                });
    }

    /** Gives {@code taker} what a bug report needs, as soon as it is read, and says so. */
    public void diagnose(Consumer<String> taker) {
        tasks.run("settings.diagnosing", _ -> place.diagnostics().get(), text -> {
            taker.accept(text);
            toasts.show(texts.get("settings.diagnostics.copied"));
        });
    }

    /** Confirms that the path is on the clipboard. */
    public void copied() {
        toasts.show(texts.get("settings.copied"));
    }
}
