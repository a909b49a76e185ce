package io.countersign.ats.ui;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.DraftDesk;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.SampleApplications;
import io.countersign.mail.InMemoryMail;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;

/** The applications screen on a desk of a test, with everything that it says, asks and writes recorded. */
final class ApplicationsStage extends RecordedScreen implements ApplicationFiles {
    final ApplicationsViewModel model;
    final List<FollowUpDraft> openedDrafts = new ArrayList<>();
    final List<FollowUpDraft> savedDrafts = new ArrayList<>();
    final List<Application> savedInterviews = new ArrayList<>();
    private final ApplicationWords words;
    private Handing handing = Handing.OPENED;

    ApplicationsStage(
            ApplicationDesk desk, DraftDesk drafts, InMemoryMail mails, BackgroundTasks tasks, Locale locale) {
        super(tasks, locale, SampleApplications.CLOCK);
        words = new ApplicationWords(texts, formats, SampleApplications.CLOCK);
        model = new ApplicationsViewModel(
                new ApplicationsReader(desk, drafts, new ApplicationsReader.Mails(mails, mails), this),
                ports,
                words,
                SampleApplications.CLOCK);
    }

    static ApplicationsStage of(SampleApplications.Filled filled, BackgroundTasks tasks, Locale locale) {
        return new ApplicationsStage(filled.desk(), filled.drafts(), filled.mail(), tasks, locale);
    }

    /** What comes of handing drafts over from now on. */
    void answerWith(Handing answer) {
        handing = answer;
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        return show(View.APPLICATIONS, ApplicationsController.class, () -> new ApplicationsController(model, words));
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
