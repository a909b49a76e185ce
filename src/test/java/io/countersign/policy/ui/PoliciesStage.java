package io.countersign.policy.ui;

import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.SampleMail;
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
import java.util.OptionalDouble;
import javafx.scene.Parent;

/** The policies screen on a desk of a test, with everything that it says, asks and writes recorded. */
final class PoliciesStage implements FileChoosers {
    static final Clock CLOCK = Clock.fixed(SampleMail.NOW, ZoneOffset.UTC);

    final RecordingToasts toasts = new RecordingToasts();
    final ScriptedDialogs dialogs = new ScriptedDialogs();
    final CommandRegistry commands = new CommandRegistry();
    final List<View> shown = new ArrayList<>();
    final PolicyDrafts offers = new PolicyDrafts(shown::add);
    final InMemoryPolicies desk;
    final SampleMailbox mail = new SampleMailbox(400);
    final PoliciesViewModel model;
    final Texts texts;
    final Formats formats;
    private List<Path> chosen = List.of();
    private Optional<Path> target = Optional.empty();

    PoliciesStage(InMemoryPolicies desk, BackgroundTasks tasks, Locale locale) {
        this.desk = desk;
        texts = Texts.of(locale);
        formats = new Formats(texts, locale, CLOCK);
        var ports = new WindowPorts(tasks, toasts, dialogs, this, shown::add, new ViewCounts(), texts, formats);
        var figures = Map.of(
                1L,
                new PolicyQuality.Figures(48, OptionalDouble.of(0.958)),
                3L,
                new PolicyQuality.Figures(0, OptionalDouble.empty()));
        model = new PoliciesViewModel(
                new PoliciesReader(desk, mail, mail, mail, mail, () -> figures),
                ports,
                offers,
                PoliciesViewModel.Pauses.none());
    }

    /** On the policies that everybody begins with. */
    static PoliciesStage standard(BackgroundTasks tasks) {
        return new PoliciesStage(
                new InMemoryPolicies().with(DefaultPolicies.load(new PolicyJson())), tasks, Locale.ENGLISH);
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        var words = new PolicyWords(texts, formats);
        var loaded = new ViewLoader(texts, Map.of(PoliciesController.class, () -> new PoliciesController(model, words)))
                .load(View.POLICIES);
        var controller = (PoliciesController) loaded.controller();
        commands.add(controller.commands());
        controller.shown();
        return loaded.root();
    }

    /** Which file the person chooses from now on. */
    void choose(Path file) {
        chosen = List.of(file);
    }

    /** Where the person saves files from now on. */
    void saveTo(Path file) {
        target = Optional.of(file);
    }

    @Override
    public List<Path> openFiles(String title) {
        return chosen;
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        return target;
    }
}
