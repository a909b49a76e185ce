package io.countersign.api.ui;

import io.countersign.api.LocalApi;
import io.countersign.api.LocalApiSettings;
import io.countersign.api.LocalApiSettingsFile;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.WindowPorts;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** State and actions of the local API in this window. Each change is kept and carried out at once. UI thread only. */
public final class ApiViewModel {
    private final LocalApiSettingsFile file;
    private final LocalApi api;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;
    private final ApiWords words;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown(LocalApiSettings.OFF, new ApiState.Off()));
    private final AtomicReference<LocalApiSettings> wanted = new AtomicReference<>(LocalApiSettings.OFF);
    private final Lock changing = new ReentrantLock();

    /** What was chosen, and how far it goes. */
    record Shown(LocalApiSettings settings, ApiState state) {}

    public ApiViewModel(LocalApiSettingsFile file, LocalApi api, ApiWords words, WindowPorts ports) {
        this.words = words;
        this.file = file;
        this.api = api;
        tasks = ports.tasks();
        toasts = ports.toasts();
        texts = ports.texts();
    }

    /** Serves where that was chosen before; says in a toast when it cannot. */
    public void begin() {
        tasks.run("settings.api.changing", _ -> file.load(), kept -> {
            wanted.set(kept);
            carryOut(kept, false);
        });
    }

    /** Keeps these settings and carries them out. */
    void change(LocalApiSettings settings) {
        if (!settings.equals(shown.get().settings())) {
            wanted.set(settings);
            carryOut(settings, true);
        }
    }

    /** Tries to serve once more. */
    void attempt() {
        carryOut(shown.get().settings(), false);
    }

    private void carryOut(LocalApiSettings settings, boolean keep) {
        shown.set(new Shown(settings, settings.on() ? new ApiState.Changing() : new ApiState.Off()));
        tasks.run(
                "settings.api.changing",
                _ -> apply(keep),
                state -> {
                    settle(settings, state);
                    if (state instanceof ApiState.Failed) {
                        toasts.show(words.state(state));
                    }
                },
                why -> settle(settings, new ApiState.Failed(settings.port(), why)));
    }

    /** Whichever change comes last, the newest one is what counts. */
    private ApiState apply(boolean keep) {
        changing.lock();
        try {
            var newest = wanted.get();
            if (keep) {
                file.save(newest);
            }
            return carryOut(newest);
        } finally {
            changing.unlock();
        }
    }

    private ApiState carryOut(LocalApiSettings settings) {
        try {
            if (settings.on()) {
                api.start(settings.port());
                return new ApiState.Serving(settings.port());
            }
            api.stop();
            return new ApiState.Off();
        } catch (CountersignException e) {
            return new ApiState.Failed(settings.port(), e);
        }
    }

    private void settle(LocalApiSettings settings, ApiState state) {
        if (settings.equals(shown.get().settings())) {
            shown.set(new Shown(settings, state));
        }
    }

    /** Hands the token to {@code clipboard}; it is shown nowhere. */
    void copyToken(Consumer<String> clipboard) {
        tasks.run("settings.api.changing", _ -> api.token(), token -> {
            clipboard.accept(token);
            toasts.show(texts.get("settings.api.token.copied"));
        });
    }

    String tokenFile() {
        return api.tokenFile().toAbsolutePath().toString();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
