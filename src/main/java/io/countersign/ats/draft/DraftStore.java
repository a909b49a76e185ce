package io.countersign.ats.draft;

import io.countersign.ats.ApplicationId;
import io.countersign.ats.DraftDesk.Template;
import io.countersign.ats.FollowUpDraft;
import java.util.List;
import java.util.Optional;

/** Drafts that one person kept, and templates that they changed. Blocking and thread-safe. */
public interface DraftStore {
    /** The draft as it was kept. */
    Optional<FollowUpDraft> draft(ApplicationId application, FollowUpDraft.Kind kind);

    /** All that were kept for that purpose, the newest first. */
    List<FollowUpDraft> drafts(FollowUpDraft.Kind kind);

    /** Keeps a draft in the place of an earlier one for the same purpose. */
    void put(FollowUpDraft draft);

    /** Forgets a draft; does nothing when there is none. */
    void remove(ApplicationId application, FollowUpDraft.Kind kind);

    /** The template as the person changed it; {@code language} is an ISO 639 code. */
    Optional<Template> template(FollowUpDraft.Kind kind, String language);

    /** Replaces a template. */
    void putTemplate(FollowUpDraft.Kind kind, String language, Template template);

    /** Forgets what the person changed; does nothing when they changed nothing. */
    void removeTemplate(FollowUpDraft.Kind kind, String language);
}
