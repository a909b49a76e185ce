package io.countersign.mail.jdbc;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.jdbc.UnderstandingWriter.AtsMark;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Mails of applications in H2 or PostgreSQL: facts are stored with their mail; a small table says which mails have some. */
public final class JdbcAtsMails implements AtsMails {
    private final Statements sql;
    private final JdbcMailChanges log;
    private final MessageRepository messages;
    private final Clock clock;
    private final FactsJson facts = new FactsJson();
    private final MessageRow row = new MessageRow(facts);
    private final UnderstandingWriter understandings;

    public JdbcAtsMails(Database database, MessageRepository messages, Clock clock) {
        this.sql = new Statements(database);
        this.log = new JdbcMailChanges(database);
        this.messages = messages;
        this.clock = clock;
        this.understandings = new UnderstandingWriter(database, messages::findAll);
    }

    @Override
    public List<AtsMail> all() {
        return sql.inTransaction(() -> {
            var marks = marks();
            // Not with "in (select ...)": H2 asks that again for every row once mail has arrived since the statement
            // began.
            var conversations = sql.list(
                    "select distinct m.thread_id from ats_mail a join message m on m.id = a.message_id",
                    row -> row.getLong(1));
            return sql
                    .list(
                            "select " + MessageRow.COLUMNS + " from message where thread_id = any(?)",
                            row::read,
                            conversations)
                    .stream()
                    .sorted(Comparator.comparingLong(Message::id))
                    .map(message -> mail(message, marks.getOrDefault(message.id(), AtsMark.NONE)))
                    .toList();
        });
    }

    private Map<Long, AtsMark> marks() {
        var marks = new HashMap<Long, AtsMark>();
        sql.list(
                "select message_id, corrected_at is not null, company_added, role_added from ats_mail",
                row -> marks.put(row.getLong(1), UnderstandingWriter.mark(row)));
        return marks;
    }

    private static AtsMail mail(Message message, AtsMark mark) {
        var stated = message.understanding()
                .ats()
                .map(facts -> facts.withNames(
                        facts.company().filter(_ -> !mark.companyAdded()),
                        facts.role().filter(_ -> !mark.roleAdded())));
        return new AtsMail(message, mark.corrected(), stated);
    }

    @Override
    public String revision() {
        return sql.list(
                        """
                select (select count(*) from message), (select coalesce(max(id), 0) from message),
                    count(*), count(a.corrected_at), coalesce(sum(m.version), 0)
                from ats_mail a join message m on m.id = a.message_id""",
                        row -> row.getLong(1) + "/" + row.getLong(2) + "/" + row.getLong(3) + "/" + row.getLong(4) + "/"
                                + row.getLong(5))
                .getFirst();
    }

    @Override
    public AtsMail correct(long messageId, Optional<AtsFacts> facts) {
        return sql.inTransaction(() -> {
            var message = message(messageId);
            var mark = mark(messageId).orElse(AtsMark.NONE);
            store(message, facts, corrected(mark, message.understanding().ats(), facts), clock.instant());
            return mail(message, mark);
        });
    }

    /** A name that was added and that the person left as it was is still no word of the mail. */
    private static AtsMark corrected(AtsMark mark, Optional<AtsFacts> before, Optional<AtsFacts> after) {
        return new AtsMark(
                true,
                mark.companyAdded() && before.flatMap(AtsFacts::company).equals(after.flatMap(AtsFacts::company)),
                mark.roleAdded() && before.flatMap(AtsFacts::role).equals(after.flatMap(AtsFacts::role)));
    }

    @Override
    public void restore(AtsMail before) {
        sql.inTransaction(() -> {
            var facts = before.message().understanding().ats();
            var mark = new AtsMark(
                    before.byHand(),
                    isAdded(facts, before.stated(), AtsFacts::company),
                    isAdded(facts, before.stated(), AtsFacts::role));
            store(message(before.message().id()), facts, mark, before.byHand() ? clock.instant() : null);
            return mark;
        });
    }

    private static boolean isAdded(
            Optional<AtsFacts> facts, Optional<AtsFacts> stated, Function<AtsFacts, Optional<String>> name) {
        return facts.flatMap(name).isPresent() && stated.flatMap(name).isEmpty();
    }

    private Message message(long id) {
        return messages.find(id).orElseThrow(() -> new CountersignException.NotFound("message", id));
    }

    private Optional<AtsMark> mark(long id) {
        return sql.first(
                "select message_id, corrected_at is not null, company_added, role_added from ats_mail"
                        + " where message_id = ?",
                UnderstandingWriter::mark,
                id);
    }

    private void store(Message message, Optional<AtsFacts> facts, AtsMark mark, @Nullable Instant correctedAt) {
        if (!message.understanding().ats().equals(facts)) {
            log.note(List.of(message.id()), false);
            sql.update(
                    "update message set ats = ?, version = version + 1 where id = ?",
                    this.facts.ats(facts),
                    message.id());
        }
        sql.update("delete from ats_mail where message_id = ?", message.id());
        if (correctedAt != null || facts.isPresent()) {
            sql.update(
                    "insert into ats_mail (message_id, corrected_at, company_added, role_added) values (?, ?, ?, ?)",
                    message.id(),
                    correctedAt,
                    mark.companyAdded(),
                    mark.roleAdded());
        }
    }

    @Override
    public void enrich(Collection<Message> enriched) {
        understandings.enrich(enriched);
    }
}
