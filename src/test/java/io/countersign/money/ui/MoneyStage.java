package io.countersign.money.ui;

import io.countersign.mail.MailReader;
import io.countersign.money.MoneyDesk;
import io.countersign.money.SampleDesk;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.FileChoosers;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.RecordingToasts;
import io.countersign.shared.ui.ScriptedDialogs;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewCounts;
import io.countersign.shared.ui.ViewLoader;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;

/** The money screen on a desk of a test, with everything that it says and asks recorded. */
final class MoneyStage implements FileChoosers {
    static final Clock CLOCK = Clock.fixed(SampleDesk.TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    final RecordingToasts toasts = new RecordingToasts();
    final ScriptedDialogs dialogs = new ScriptedDialogs();
    final ViewCounts counts = new ViewCounts();
    final CommandRegistry commands = new CommandRegistry();
    final MoneyViewModel model;
    final List<String> suggested = new ArrayList<>();
    private final Texts texts;
    private final MoneyWords words;
    private Optional<Path> target = Optional.empty();

    MoneyStage(MoneyDesk desk, MailReader mails, BackgroundTasks tasks, Locale locale) {
        texts = Texts.of(locale);
        var formats = new Formats(texts, locale, CLOCK);
        words = new MoneyWords(texts, formats);
        var ports = new WindowPorts(tasks, toasts, dialogs, this, _ -> {}, counts, texts, formats);
        model = new MoneyViewModel(new MoneyReader(desk, mails, ZoneOffset.UTC, locale), ports, CLOCK);
    }

    /** Where the person saves files from now on. */
    void saveTo(Path file) {
        target = Optional.of(file);
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        var loaded = new ViewLoader(texts, Map.of(MoneyController.class, () -> new MoneyController(model, words)))
                .load(View.MONEY);
        var controller = (MoneyController) loaded.controller();
        commands.add(controller.commands());
        controller.shown();
        return loaded.root();
    }

    @Override
    public List<Path> openFiles(String title) {
        return List.of();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        suggested.add(suggestedName);
        return target;
    }
}
