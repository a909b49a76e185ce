package io.countersign.approval.jdbc;

import io.countersign.approval.LocalEntries;
import io.countersign.approval.execution.LocalEntry;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.Date;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calendar entries, tasks, blocked senders and muted lists in H2 or PostgreSQL. */
public final class JdbcLocalEntries implements LocalEntries {
    private static final int MAX_TEXT = 1000;
    private static final List<String> TABLES = List.of("calendar_entry", "task", "blocked_sender", "muted_list");

    private final Statements sql;
    private final String user;

    public JdbcLocalEntries(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public void add(List<Owned> entries, Instant now) {
        for (var owned : entries) {
            switch (owned.entry()) {
                case LocalEntry.CalendarEntry(var summary, var startsAt, var ics) ->
                    sql.update(
                            "insert into calendar_entry (user_id, proposal_id, message_id, created_at, summary, starts_at, ics)"
                                    + " values (?, ?, ?, ?, ?, cast(? as timestamp with time zone), ?)",
                            user,
                            owned.proposalId(),
                            owned.messageId(),
                            now,
                            fit(summary),
                            startsAt.orElse(null),
                            ics);
                case LocalEntry.Task(var title, var dueOn, var link) ->
                    sql.update(
                            "insert into task (user_id, proposal_id, message_id, created_at, title, due_on, link)"
                                    + " values (?, ?, ?, ?, ?, cast(? as date), cast(? as varchar))",
                            user,
                            owned.proposalId(),
                            owned.messageId(),
                            now,
                            fit(title),
                            dueOn.map(Date::valueOf).orElse(null),
                            link.orElse(null));
                case LocalEntry.BlockedSender(var address) ->
                    sql.update(
                            "insert into blocked_sender (user_id, proposal_id, message_id, created_at, address)"
                                    + " values (?, ?, ?, ?, ?)",
                            user,
                            owned.proposalId(),
                            owned.messageId(),
                            now,
                            fit(address));
                case LocalEntry.MutedList(var listId, var address) ->
                    sql.update(
                            "insert into muted_list (user_id, proposal_id, message_id, created_at, list_id, address)"
                                    + " values (?, ?, ?, ?, ?, ?)",
                            user,
                            owned.proposalId(),
                            owned.messageId(),
                            now,
                            fit(listId),
                            fit(address));
            }
        }
    }

    @Override
    public void removeOf(Collection<Long> proposalIds) {
        if (!proposalIds.isEmpty()) {
            TABLES.forEach(table -> sql.update("delete from " + table + " where proposal_id = any(?)", proposalIds));
        }
    }

    @Override
    public List<Owned> all() {
        var entries = new ArrayList<Owned>();
        entries.addAll(read(
                "calendar_entry",
                row -> new LocalEntry.CalendarEntry(
                        row.getString("summary"), Statements.optionalInstant(row, "starts_at"), row.getString("ics"))));
        entries.addAll(read(
                "task",
                row -> new LocalEntry.Task(
                        row.getString("title"),
                        Optional.ofNullable(row.getDate("due_on")).map(Date::toLocalDate),
                        Optional.ofNullable(row.getString("link")))));
        entries.addAll(read("blocked_sender", row -> new LocalEntry.BlockedSender(row.getString("address"))));
        entries.addAll(read(
                "muted_list", row -> new LocalEntry.MutedList(row.getString("list_id"), row.getString("address"))));
        return entries;
    }

    @Override
    public Set<String> blockedSenders() {
        return Set.copyOf(sql.list(
                "select distinct address from blocked_sender where user_id = ?", row -> row.getString(1), user));
    }

    @Override
    public List<LocalEntry.MutedList> mutedLists() {
        return sql.list(
                "select distinct list_id, address from muted_list where user_id = ?",
                row -> new LocalEntry.MutedList(row.getString(1), row.getString(2)),
                user);
    }

    private List<Owned> read(String table, Statements.RowReader<LocalEntry> reader) {
        return sql.list(
                "select * from " + table + " where user_id = ? order by id",
                row -> new Owned(row.getLong("proposal_id"), row.getLong("message_id"), reader.read(row)),
                user);
    }

    private static String fit(String text) {
        return Statements.fit(text, MAX_TEXT);
    }
}
