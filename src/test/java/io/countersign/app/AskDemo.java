package io.countersign.app;

import io.countersign.ask.Answer;
import io.countersign.ask.AskDesk;
import io.countersign.ask.Question;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The demo mailbox at a fixed moment with its search index, questions to it, and SQL on the same database. */
final class AskDemo implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/London"));

    private static final String VIEW = """
            create view f as
            select id, thread_id, received_at as at, from_name as sender, from_email as email, subject, preview,
                category as cat, folder, unread, starred, answered, has_attachment as att, unsubscribable as uns,
                risk_score as risk, expires_at as expires, event_at as event,
                trim('"' from cast((ats format json)."company" as varchar)) as company,
                trim('"' from cast((ats format json)."role" as varchar)) as role,
                trim('"' from cast((ats format json)."stage" as varchar)) as stage,
                cast(trim('"' from cast((ats format json)."interview_date" as varchar)) as timestamp with time zone)
                    as interview,
                cast(trim('"' from cast((ats format json)."deadline" as varchar)) as date) as deadline,
                trim('"' from cast((receipt format json)[1]."merchant" as varchar)) as merchant,
                cast(trim('"' from cast((receipt format json)[1]."amount" as varchar)) as decimal(10, 2)) as amount,
                trim('"' from cast((receipt format json)[1]."currency" as varchar)) as cur,
                trim('"' from cast((receipt format json)[1]."kind" as varchar)) as kind,
                trim('"' from cast((receipt format json)[1]."status" as varchar)) as status,
                cast(trim('"' from cast((receipt format json)[1]."date" as varchar)) as date) as paid
            from message
            """;

    private final ThrowawayHome home;
    private final Database database;
    private final Statements sql;
    private final AskDesk desk;

    AskDemo() {
        home = ThrowawayHome.create(CLOCK);
        home.fill(Progress.none());
        database = Database.open(new DatabaseSettings.Embedded(home.directory().resolve("countersign")));
        sql = new Statements(database);
        sql.update(VIEW);
        home.root().search().catchUp().run(Progress.none());
        desk = home.root().ask(CLOCK, Locale.UK);
    }

    Answer ask(String question) {
        return desk.ask(new Question(question, Mode.PLAIN), _ -> {}, Progress.none());
    }

    AskDesk desk() {
        return desk;
    }

    Path directory() {
        return home.directory();
    }

    CompositionRoot root() {
        return home.root();
    }

    /** The first column of every row. */
    List<Object> select(String query) {
        return sql.list(query, row -> row.getObject(1));
    }

    @Override
    public void close() {
        database.close();
        home.close();
    }
}
