package io.countersign.ats.jdbc;

import io.countersign.ats.ApplicationId;
import io.countersign.ats.DraftDesk.Template;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.draft.DraftStore;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Drafts and templates of one person in H2 or PostgreSQL. */
public final class JdbcDraftStore implements DraftStore {
    private static final int LINE_LENGTH = 1000;

    private final Statements sql;
    private final String user;
    private final Clock clock;

    public JdbcDraftStore(Database database, String user, Clock clock) {
        this.sql = new Statements(database);
        this.user = user;
        this.clock = clock;
    }

    private static String id(FollowUpDraft.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<FollowUpDraft> draft(ApplicationId application, FollowUpDraft.Kind kind) {
        return sql.first(
                "select recipient, subject, body from follow_up_draft"
                        + " where user_id = ? and application_id = ? and kind = ?",
                row -> new FollowUpDraft(application, kind, row.getString(1), row.getString(2), row.getString(3), true),
                user,
                application.toString(),
                id(kind));
    }

    @Override
    public List<FollowUpDraft> drafts(FollowUpDraft.Kind kind) {
        return sql
                .list(
                        "select application_id, recipient, subject, body from follow_up_draft"
                                + " where user_id = ? and kind = ? order by kept_at desc, application_id",
                        row -> ApplicationId.parse(row.getString(1))
                                .map(named(kind, row.getString(2), row.getString(3), row.getString(4))),
                        user,
                        id(kind))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Function<ApplicationId, FollowUpDraft> named(
            FollowUpDraft.Kind kind, String to, String subject, String body) {
        return application -> new FollowUpDraft(application, kind, to, subject, body, true);
    }

    @Override
    public void put(FollowUpDraft draft) {
        sql.inTransaction(() -> {
            remove(draft.application(), draft.kind());
            return sql.insert(
                    "insert into follow_up_draft (user_id, application_id, kind, recipient, subject, body, kept_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    user,
                    draft.application().toString(),
                    id(draft.kind()),
                    Statements.fit(draft.to(), LINE_LENGTH),
                    Statements.fit(draft.subject(), LINE_LENGTH),
                    draft.body(),
                    clock.instant());
        });
    }

    @Override
    public void remove(ApplicationId application, FollowUpDraft.Kind kind) {
        sql.update(
                "delete from follow_up_draft where user_id = ? and application_id = ? and kind = ?",
                user,
                application.toString(),
                id(kind));
    }

    @Override
    public Optional<Template> template(FollowUpDraft.Kind kind, String language) {
        return sql.first(
                "select subject, body from draft_template where user_id = ? and kind = ? and language = ?",
                row -> new Template(row.getString(1), row.getString(2)),
                user,
                id(kind),
                language);
    }

    @Override
    public void putTemplate(FollowUpDraft.Kind kind, String language, Template template) {
        sql.inTransaction(() -> {
            removeTemplate(kind, language);
            return sql.insert(
                    "insert into draft_template (user_id, kind, language, subject, body, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    user,
                    id(kind),
                    language,
                    Statements.fit(template.subject(), LINE_LENGTH),
                    template.body(),
                    clock.instant());
        });
    }

    @Override
    public void removeTemplate(FollowUpDraft.Kind kind, String language) {
        sql.update(
                "delete from draft_template where user_id = ? and kind = ? and language = ?", user, id(kind), language);
    }
}
