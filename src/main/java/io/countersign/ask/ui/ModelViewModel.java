package io.countersign.ask.ui;

import io.countersign.ask.LanguageModel.Prompt;
import io.countersign.ask.LanguageModel.Reply;
import io.countersign.ask.ModelFailure;
import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSetup;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.BackgroundTasks.Running;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * State and actions of the settings of the language model. Each change is kept at once; nothing is sent anywhere before the person
 * asks a question or presses "Try it". UI thread only.
 */
public final class ModelViewModel {
    private static final Prompt GREETING =
            new Prompt("Answer with one short sentence.", "Say that you are ready to answer questions.");
    private static final int LONGEST_GREETING = 200;

    private final ModelSetup setup;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.of(ModelSettings.OFF));
    private final AtomicReference<ModelSettings> wanted = new AtomicReference<>(ModelSettings.OFF);
    private final Lock keeping = new ReentrantLock();
    private Running trial = () -> {};

    /** The settings, and how far they go. */
    record Shown(ModelSettings settings, ModelState state) {
        static Shown of(ModelSettings settings) {
            return new Shown(
                    settings,
                    settings.obstacle().<ModelState>map(ModelState.Blocked::new).orElseGet(ModelState.Ready::new));
        }

        Shown with(ModelState now) {
            return new Shown(settings, now);
        }
    }

    public ModelViewModel(ModelSetup setup, WindowPorts ports, Clock clock) {
        this.setup = setup;
        this.tasks = ports.tasks();
        this.toasts = ports.toasts();
        this.texts = ports.texts();
        this.clock = clock;
    }

    /** Reads what was kept. */
    public void load() {
        tasks.run("settings.model.loading", _ -> setup.file().load(), this::show);
    }

    /** Keeps the changed settings; a running trial of those before ends. */
    void change(UnaryOperator<ModelSettings> change) {
        var before = shown.get().settings();
        var after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        trial.cancel();
        show(after);
        wanted.set(after);
        tasks.run("settings.model.keeping", _ -> keepWanted(), _ -> {}, _ -> {
            if (shown.get().settings().equals(after)) {
                show(before); // what the person sees is what the next start will read
            }
        });
    }

    /** Whichever job comes last, the newest is what is kept. */
    private ModelSettings keepWanted() {
        keeping.lock();
        try {
            var newest = wanted.get();
            setup.file().save(newest);
            return newest;
        } finally {
            keeping.unlock();
        }
    }

    private void show(ModelSettings now) {
        shown.set(Shown.of(now));
    }

    private void show(ModelSettings asked, ModelState now) {
        if (asked.equals(shown.get().settings())) {
            shown.set(shown.get().with(now));
        }
    }

    /** Keeps the key in the system's keyring, and says when there is none. */
    void keep(String key) {
        tasks.run(
                "settings.model.keeping",
                _ -> setup.key().keep(key),
                kept -> toasts.show(texts.get(kept ? "settings.model.key.kept" : "settings.model.key.no.keyring")));
    }

    /** Takes the key out of the system's keyring. */
    void forgetKey() {
        tasks.run(
                "settings.model.keeping",
                _ -> {
                    setup.key().forget();
                    return true;
                },
                _ -> toasts.show(texts.get("settings.model.key.forgotten")));
    }

    /** Asks the model to say a sentence; no mail is part of that. Nothing happens while something keeps it from being asked. */
    void attempt() {
        var asked = shown.get().settings();
        setup.models().apply(asked).ifPresent(model -> {
            var start = clock.instant();
            show(asked, new ModelState.Trying());
            trial = tasks.run(
                    "settings.model.trying",
                    progress -> model.write(GREETING, _ -> {}, progress),
                    reply -> tried(asked, reply, Duration.between(start, clock.instant())),
                    why -> tried(asked, why));
        });
    }

    private void tried(ModelSettings asked, Reply reply, Duration after) {
        show(
                asked,
                reply.failure()
                        .<ModelState>map(ModelState.Failed::new)
                        .orElseGet(() -> new ModelState.Answered(shortened(reply.text()), after)));
    }

    private void tried(ModelSettings asked, Throwable why) {
        show(
                asked,
                why instanceof CancellationException
                        ? new ModelState.Ready()
                        : new ModelState.Failed(new ModelFailure.Broken()));
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_GREETING ? line : line.substring(0, LONGEST_GREETING) + "…";
    }

    /** Ends a trial. */
    void stop() {
        trial.cancel();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
