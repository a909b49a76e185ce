package io.countersign.app;

import io.countersign.ats.Application;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.InterviewCalendar;
import io.countersign.ats.draft.DraftService;
import io.countersign.ats.ui.ApplicationFiles;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Drafts for mail programs and talks for calendars.
 *
 * @param title what stands before role and company of a talk, in the person's language
 */
record ApplicationExport(DraftService drafts, MessageRepository messages, String title, Clock clock)
        implements ApplicationFiles {
    @Override
    public void saveDraft(Application application, FollowUpDraft draft, Path file) {
        var mail = drafts.file(application, draft);
        WholeFile.write(file, temporary -> Files.write(temporary, mail));
    }

    @Override
    public void saveInterview(Application application, Path file) {
        var mails = messages.findAll(application.messageIds());
        var talks = InterviewCalendar.of(application, mails, title, clock.instant())
                .orElseThrow(() -> new CountersignException.NotFound("interview", application.id()));
        WholeFile.write(file, temporary -> Files.writeString(temporary, talks));
    }
}
