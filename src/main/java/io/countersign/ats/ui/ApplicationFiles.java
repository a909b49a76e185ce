package io.countersign.ats.ui;

import io.countersign.ats.Application;
import io.countersign.ats.FollowUpDraft;
import java.nio.file.Path;

/** Writes files for other programs. Blocking and thread-safe; failures are {@code CountersignException}s. */
public interface ApplicationFiles {
    /** A draft as a mail that a mail program opens for sending. */
    void saveDraft(Application application, FollowUpDraft draft, Path file);

    /** The interview of an application as an appointment that a calendar opens; it must have one. */
    void saveInterview(Application application, Path file);
}
