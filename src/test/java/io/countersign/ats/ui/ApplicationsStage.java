package io.countersign.ats.ui;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.DraftDesk;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.SampleApplications;
import io.countersign.mail.InMemoryMail;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;

/** The applications screen on a desk of a test, with everything that it says, asks and writes recorded. */
final class ApplicationsStage implements FileChoosers, ApplicationFiles {
    final RecordingToasts toasts = new RecordingToasts();
    final ScriptedDialogs dialogs = new ScriptedDialogs();
    final ViewCounts counts = new ViewCounts();
    final CommandRegistry commands = new CommandRegistry();
    final ApplicationsViewModel model;
    final List<String> suggested = new ArrayList<>();
    final List<FollowUpDraft> openedDrafts = new ArrayList<>();
    final List<FollowUpDraft> savedDrafts = new ArrayList<>();
    final List<Application> savedInterviews = new ArrayList<>();
    private final Texts texts;
    private final ApplicationWords words;
    private Handing handing = Handing.OPENED;
    private Optional<Path> target = Optional.empty();

    ApplicationsStage(
            ApplicationDesk desk, DraftDesk drafts, InMemoryMail mails, BackgroundTasks tasks, Locale locale) {
        texts = Texts.of(locale);
        var formats = new Formats(texts, locale, SampleApplications.CLOCK);
        words = new ApplicationWords(texts, formats, SampleApplications.CLOCK);
        var ports = new WindowPorts(tasks, toasts, dialogs, this, _ -> {}, counts, texts, formats);
        model = new ApplicationsViewModel(
                new ApplicationsReader(desk, drafts, new ApplicationsReader.Mails(mails, mails), this),
                ports,
                words,
                SampleApplications.CLOCK);
    }

    static ApplicationsStage of(SampleApplications.Filled filled, BackgroundTasks tasks, Locale locale) {
        return new ApplicationsStage(filled.desk(), filled.drafts(), filled.mail(), tasks, locale);
    }

    /** Where the person saves files from now on. */
    void saveTo(Path file) {
        target = Optional.of(file);
    }

    /** What comes of handing drafts over from now on. */
    void answerWith(Handing answer) {
        handing = answer;
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        var loaded = new ViewLoader(
                        texts, Map.of(ApplicationsController.class, () -> new ApplicationsController(model, words)))
                .load(View.APPLICATIONS);
        var controller = (ApplicationsController) loaded.controller();
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

    @Override
    public void saveDraft(Application application, FollowUpDraft draft, Path file) {
        savedDrafts.add(draft);
    }

    @Override
    public Handing openDraft(FollowUpDraft draft) {
        openedDrafts.add(draft);
        return handing;
    }

    @Override
    public void saveInterview(Application application, Path file) {
        savedInterviews.add(application);
    }
}
