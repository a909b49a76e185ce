package io.countersign.mail.jdbc;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces what detectors understood of stored mails. What a person said about charges or an application stays, and the
 * tables that say which mails have such facts follow.
 */
final class UnderstandingWriter {
    private final Database database;
    private final Statements sql;
    private final JdbcMailChanges log;
    private final Function<Collection<Long>, List<Message>> reader;
    private final MessageColumns columns = new MessageColumns(new FactsJson());

    /** @param reader gives the stored mails of these ids */
    UnderstandingWriter(Database database, Function<Collection<Long>, List<Message>> reader) {
        this.database = database;
        this.sql = new Statements(database);
        this.log = new JdbcMailChanges(database);
        this.reader = reader;
    }

    /** How an application's facts came to a mail. */
    record AtsMark(boolean corrected, boolean companyAdded, boolean roleAdded) {
        static final AtsMark NONE = new AtsMark(false, false, false);
    }

    private record Change(Message stored, Understanding now, Optional<AtsMark> mark, AtsMark newMark) {
        boolean isOfApplication() {
            return newMark.corrected() || now.ats().isPresent();
        }

        boolean moves() {
            return isOfApplication() != mark.isPresent() || (isOfApplication() && !mark.equals(Optional.of(newMark)));
        }
    }

    /** Stores what detectors found in each mail by itself. */
    void replace(Collection<Message> rescanned) {
        write(rescanned, false);
    }

    /** Stores what was found with the help of other mails. */
    void enrich(Collection<Message> enriched) {
        write(enriched, true);
    }

    private void write(Collection<Message> messages, boolean inContext) {
        var found = new HashMap<Long, Understanding>();
        messages.forEach(message -> found.put(message.id(), message.understanding()));
        database.inTransaction(() -> {
            var receipts = receipts(found.keySet());
            var marks = marks(found.keySet());
            var changes = new ArrayList<Change>();
            for (var stored : reader.apply(found.keySet())) {
                var mark = Optional.ofNullable(marks.get(stored.id()));
                var now = found.getOrDefault(stored.id(), stored.understanding());
                var kept = receipts.getOrDefault(stored.id(), false)
                        ? now.withReceipts(stored.understanding().receipts())
                        : now;
                changes.add(change(stored, kept, mark, inContext));
            }
            store(changes);
            markReceipts(changes, receipts);
            markApplications(changes);
        });
    }

    private static Change change(Message stored, Understanding now, Optional<AtsMark> mark, boolean inContext) {
        var before = stored.understanding().ats();
        var old = mark.orElse(AtsMark.NONE);
        if (old.corrected()) {
            var risk = now.ats().filter(_ -> inContext).map(AtsFacts::ghostingRisk);
            var kept = before.map(facts -> risk.map(facts::withGhostingRisk).orElse(facts));
            return new Change(stored, now.withAts(kept), mark, old);
        }
        boolean company = inContext && adds(before, now.ats(), AtsFacts::company, old.companyAdded());
        boolean role = inContext && adds(before, now.ats(), AtsFacts::role, old.roleAdded());
        return new Change(stored, now, mark, new AtsMark(false, company, role));
    }

    private static boolean adds(
            Optional<AtsFacts> before,
            Optional<AtsFacts> now,
            Function<AtsFacts, Optional<String>> name,
            boolean addedBefore) {
        return now.flatMap(name).isPresent()
                && (addedBefore
                        || before.filter(facts -> name.apply(facts).isEmpty()).isPresent());
    }

    private void store(List<Change> changes) {
        var differing = changes.stream()
                .filter(change -> !columns.same(change.stored().understanding(), change.now()))
                .toList();
        log.note(differing.stream().map(change -> change.stored().id()).toList(), false);
        database.withConnection("update mail", connection -> {
            try (var statement = connection.prepareStatement("""
                    update message set category = ?, category_confidence = ?, evidence = ?, risk_score = ?,
                        risk_reasons = ?, expires_at = ?, event_at = ?, ats = ?, receipt = ?, version = version + 1
                    where id = ?""")) {
                for (var change : differing) {
                    int next = columns.bind(statement, change.now());
                    statement.setLong(next, change.stored().id());
                    statement.addBatch();
                }
                return differing.isEmpty() ? new int[0] : statement.executeBatch();
            }
        });
    }

    private void markReceipts(List<Change> changes, Map<Long, Boolean> known) {
        sql.batch(
                "insert into receipt_mail (message_id) values (?)",
                changes.stream()
                        .filter(change -> !known.containsKey(change.stored().id())
                                && !change.now().receipts().isEmpty())
                        .toList(),
                (arguments, change) -> arguments.add(change.stored().id()));
    }

    private void markApplications(List<Change> changes) {
        var moved = changes.stream().filter(Change::moves).toList();
        sql.batch(
                "delete from ats_mail where message_id = ? and corrected_at is null",
                moved,
                (arguments, change) -> arguments.add(change.stored().id()));
        sql.batch(
                "insert into ats_mail (message_id, company_added, role_added) values (?, ?, ?)",
                moved.stream().filter(Change::isOfApplication).toList(),
                (arguments, change) -> arguments
                        .add(change.stored().id())
                        .add(change.newMark().companyAdded())
                        .add(change.newMark().roleAdded()));
    }

    /** Of these mails, those that are known to speak of money; true where a person had the last word. */
    private Map<Long, Boolean> receipts(Collection<Long> ids) {
        return database.withConnection("read receipts", connection -> {
            try (var statement = connection.prepareStatement(
                    "select message_id, corrected_at is not null from receipt_mail where message_id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                var found = new HashMap<Long, Boolean>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getLong(1), rows.getBoolean(2));
                    }
                }
                return found;
            }
        });
    }

    private Map<Long, AtsMark> marks(Collection<Long> ids) {
        var marks = new HashMap<Long, AtsMark>();
        sql.list(
                "select message_id, corrected_at is not null, company_added, role_added from ats_mail"
                        + " where message_id = any(?)",
                row -> marks.put(row.getLong(1), mark(row)),
                ids);
        return marks;
    }

    static AtsMark mark(ResultSet row) throws SQLException {
        return new AtsMark(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
    }
}
