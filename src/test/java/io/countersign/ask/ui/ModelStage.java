package io.countersign.ask.ui;

import io.countersign.ask.InMemoryKey;
import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSettingsFile;
import io.countersign.ask.ModelSetup;
import io.countersign.ask.llm.StreamedModel;
import io.countersign.ask.llm.TimeLimits;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.RecordedScreen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** The settings of the language model in a folder of their own, with everything that is said recorded. */
final class ModelStage extends RecordedScreen {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

    final InMemoryKey key;
    final ModelSettingsFile file;
    final ModelViewModel model;
    final ModelWords words;

    ModelStage(Path home, BackgroundTasks tasks, boolean keyring) {
        super(tasks, Locale.ENGLISH, CLOCK);
        key = new InMemoryKey(keyring);
        file = new ModelSettingsFile(home);
        words = new ModelWords(texts, formats);
        model = new ModelViewModel(
                new ModelSetup(file, key, settings -> StreamedModel.of(settings, key, TimeLimits.PATIENT)),
                ports,
                CLOCK);
    }

    ModelController controller() {
        return new ModelController(model, words);
    }

    ModelSettings settings() {
        return model.shownProperty().get().settings();
    }

    ModelState state() {
        return model.shownProperty().get().state();
    }

    /** What the person reads below the settings. */
    String said() {
        return words.state(state(), settings());
    }
}
