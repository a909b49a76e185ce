package io.countersign.ats;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Drafts and templates in maps. Thread-safe. */
public final class InMemoryDrafts implements DraftDesk {
    private static final Template ORIGINAL = new Template(
            "{role} at {company}",
            "Hello {person},\n\nthank you again for the conversation on {day}. I am still very interested in the role of {role}. "
                    + "Is there any news on the next step?\n\nBest regards\n{me}");

    private final Map<String, FollowUpDraft> kept = new HashMap<>();
    private final Map<FollowUpDraft.Kind, Template> templates = new HashMap<>();

    @Override
    public synchronized FollowUpDraft draft(Application application, FollowUpDraft.Kind kind, Locale language) {
        var before = Stream.concat(
                        Stream.of(application.id()),
                        application.messageIds().stream().map(mail -> new ApplicationId(Provenance.MAIL, mail)))
                .flatMap(id -> Stream.ofNullable(kept.get(key(id, kind))))
                .findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        var template = template(kind, language);
        return new FollowUpDraft(
                application.id(),
                kind,
                application.company().isEmpty() ? "" : "hanna.berg@employer.example",
                filled(template.subject(), application),
                filled(template.body(), application),
                false);
    }

    private static String filled(String text, Application application) {
        return text.replace("{company}", application.company())
                .replace("{role}", application.role())
                .replace("{person}", "Hanna")
                .replace("{day}", "10 November")
                .replace("{me}", "Alex Morgan");
    }

    @Override
    public synchronized void keep(FollowUpDraft draft) {
        kept.put(key(draft.application(), draft.kind()), draft);
    }

    @Override
    public synchronized void discard(FollowUpDraft draft) {
        kept.remove(key(draft.application(), draft.kind()));
    }

    @Override
    public synchronized Template template(FollowUpDraft.Kind kind, Locale language) {
        return templates.getOrDefault(kind, ORIGINAL);
    }

    @Override
    public synchronized void setTemplate(FollowUpDraft.Kind kind, Locale language, Template template) {
        if (template.body().isBlank()) {
            templates.remove(kind);
        } else {
            templates.put(kind, template);
        }
    }

    private static String key(ApplicationId id, FollowUpDraft.Kind kind) {
        return id + " " + kind;
    }
}
