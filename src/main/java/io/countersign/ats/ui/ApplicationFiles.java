package io.countersign.ats.ui;

import io.countersign.ats.Application;
import io.countersign.ats.FollowUpDraft;
import java.nio.file.Path;

/** Hands drafts and talks to other programs. Blocking and thread-safe; failures are {@code CountersignException}s. */
public interface ApplicationFiles {
    /** A draft as a mail that a mail program opens for sending. */
    void saveDraft(Application application, FollowUpDraft draft, Path file);

    /** Opens a draft in the mail program for sending. */
    Handing openDraft(FollowUpDraft draft);

    /** What came of handing a draft over. */
    enum Handing {
        OPENED,
        /** Too long to be passed on: a file serves. */
        TOO_LONG,
        /** The system has no mail program, or it refused. */
        REFUSED
    }

    /** The interview of an application as an appointment that a calendar opens; it must have one. */
    void saveInterview(Application application, Path file);
}
