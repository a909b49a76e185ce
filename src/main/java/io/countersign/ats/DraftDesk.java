package io.countersign.ats;

import java.util.Locale;

/** Drafts of follow-ups, and the templates they are made of. Blocking and thread-safe. */
public interface DraftDesk {
    /** What was kept, else the template filled in. */
    FollowUpDraft draft(Application application, FollowUpDraft.Kind kind, Locale language);

    /** Keeps a draft as the person left it, over restarts. */
    void keep(FollowUpDraft draft);

    /** Forgets what was kept. */
    void discard(FollowUpDraft draft);

    /** The template as it stands; placeholders are {@code {company} {role} {person} {day} {me}}. */
    Template template(FollowUpDraft.Kind kind, Locale language);

    /** Replaces a template; an empty body brings the original back. */
    void setTemplate(FollowUpDraft.Kind kind, Locale language, Template template);

    /** Subject and body with placeholders. */
    record Template(String subject, String body) {}
}
