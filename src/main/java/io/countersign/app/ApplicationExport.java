package io.countersign.app;

import io.countersign.ats.Application;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.InterviewCalendar;
import io.countersign.ats.draft.DraftLink;
import io.countersign.ats.draft.DraftService;
import io.countersign.ats.ui.ApplicationFiles;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.WholeFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts for mail programs and talks for calendars.
 *
 * @param mailProgram takes {@code mailto:} links
 * @param title what stands before role and company of a talk, in the person's language
 */
record ApplicationExport(
        DraftService drafts, MessageRepository messages, MailProgram mailProgram, String title, Clock clock)
        implements ApplicationFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationExport.class);

    /** Opens a {@code mailto:} link; blocking for a moment. */
    interface MailProgram {
        void write(URI mailto) throws IOException, InterruptedException;
    }

    @Override
    public void saveDraft(Application application, FollowUpDraft draft, Path file) {
        var mail = drafts.file(application, draft);
        WholeFile.write(file, temporary -> Files.write(temporary, mail));
    }

    @Override
    public Handing openDraft(FollowUpDraft draft) {
        return DraftLink.of(draft).map(this::write).orElse(Handing.TOO_LONG);
    }

    private Handing write(URI mailto) {
        try {
            mailProgram.write(mailto);
            return Handing.OPENED;
        } catch (IOException e) {
            LOG.warn("No mail program took a draft: {}", e.getMessage());
            return Handing.REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Handing.REFUSED;
        }
    }

    @Override
    public void saveInterview(Application application, Path file) {
        var mails = messages.findAll(application.messageIds());
        var talks = InterviewCalendar.of(application, mails, title, clock.instant())
                .orElseThrow(() -> new CountersignException.NotFound("interview", application.id()));
        WholeFile.write(file, temporary -> Files.writeString(temporary, talks));
    }
}
