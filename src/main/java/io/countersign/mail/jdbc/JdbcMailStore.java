package io.countersign.mail.jdbc;

import io.countersign.mail.MailStore;
import io.countersign.mail.RawLocation;
import io.countersign.mail.StoredMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.db.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** The writing side of stored mail in H2 or PostgreSQL: few statements per batch, whatever its size. */
public final class JdbcMailStore implements MailStore {
    private static final String INSERT = "insert into message (identity, message_key, " + MessageRow.COLUMNS
            + ", raw_segment, raw_offset, raw_length, defects) values ("
            + "?, "
                    .repeat((int) MessageRow.COLUMNS
                                    .chars()
                                    .filter(c -> c == ',')
                                    .count()
                            + 6) + "?)";

    private final Database database;
    private final MessageColumns columns = new MessageColumns(new FactsJson());
    private final JdbcMailChanges changes;

    public JdbcMailStore(Database database) {
        this.database = database;
        this.changes = new JdbcMailChanges(database);
    }

    @Override
    public Set<UUID> known(Collection<UUID> identities) {
        var known = new HashSet<UUID>();
        query(
                "select identity from message where identity = any(?)",
                "uuid",
                identities,
                row -> known.add(row.getObject(1, UUID.class)));
        return known;
    }

    @Override
    public long[] nextIds(int count) {
        return database.withConnection("number mail", connection -> {
            try (var statement =
                    connection.prepareStatement("select nextval('message_seq') from generate_series(1, ?)")) {
                statement.setInt(1, count);
                var ids = new long[count];
                try (var rows = statement.executeQuery()) {
                    for (int i = 0; rows.next(); i++) {
                        ids[i] = rows.getLong(1);
                    }
                }
                Arrays.sort(ids);
                return ids;
            }
        });
    }

    @Override
    public void insert(List<StoredMail> mails) {
        database.inTransaction(() -> {
            changes.note(mails.stream().map(mail -> mail.message().id()).toList(), true);
            batch(INSERT, mails, columns::bind);
            mark("receipt_mail", mails, mail -> !mail.receipts().isEmpty());
            mark("ats_mail", mails, mail -> mail.ats().isPresent());
        });
    }

    /** Remembers which mails of these have facts of one feature. */
    private void mark(String table, List<StoredMail> mails, Predicate<Understanding> has) {
        batch(
                "insert into " + table + " (message_id) values (?)",
                mails.stream()
                        .map(StoredMail::message)
                        .filter(message -> has.test(message.understanding()))
                        .toList(),
                (statement, message) -> statement.setLong(1, message.id()));
    }

    @Override
    public Map<Long, Long> threads(Collection<Long> hashes) {
        var threads = new HashMap<Long, Long>();
        query(
                "select l.hash, m.thread_id from thread_link l join message m on m.id = l.message_id where l.hash = any(?)",
                "bigint",
                hashes,
                row -> threads.put(row.getLong(1), row.getLong(2)));
        return threads;
    }

    @Override
    public void link(Map<Long, Long> messageByHash) {
        insertLinks(
                "insert into thread_link (hash, message_id) values (?, ?)",
                List.copyOf(new TreeMap<>(messageByHash).entrySet()));
    }

    @Override
    public Map<Long, List<Long>> subjectThreads(Collection<Long> hashes) {
        var threads = new HashMap<Long, List<Long>>();
        query(
                "select s.hash, m.thread_id from thread_subject s join message m on m.id = s.message_id where s.hash = any(?)",
                "bigint",
                hashes,
                row -> threads.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(row.getLong(2)));
        return threads;
    }

    @Override
    public void linkSubjects(Map<Long, List<Long>> messagesByHash) {
        var links = new TreeMap<>(messagesByHash)
                .entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(id -> Map.entry(entry.getKey(), id)))
                        .toList();
        insertLinks("insert into thread_subject (hash, message_id) values (?, ?)", links);
    }

    private void insertLinks(String sql, List<Map.Entry<Long, Long>> links) {
        batch(sql, links, (statement, link) -> {
            statement.setLong(1, link.getKey());
            statement.setLong(2, link.getValue());
        });
    }

    @Override
    public void mergeThreads(Map<Long, Long> targetByThread) {
        database.inTransaction(() -> {
            var moved = new ArrayList<Long>();
            query(
                    "select id from message where thread_id = any(?)",
                    "bigint",
                    targetByThread.keySet(),
                    row -> moved.add(row.getLong(1)));
            changes.note(moved, false);
            batch(
                    "update message set thread_id = ? where thread_id = ?",
                    List.copyOf(targetByThread.entrySet()),
                    (statement, merge) -> {
                        statement.setLong(1, merge.getValue());
                        statement.setLong(2, merge.getKey());
                    });
        });
    }

    @Override
    public Map<Long, RawLocation> rawLocations(Collection<Long> messageIds) {
        var locations = new HashMap<Long, RawLocation>();
        query(
                "select id, raw_segment, raw_offset, raw_length from message where id = any(?)",
                "bigint",
                messageIds,
                row -> locations.put(row.getLong(1), new RawLocation(row.getInt(2), row.getLong(3), row.getInt(4))));
        return locations;
    }

    @Override
    public Optional<RawLocation> newestRaw() {
        return database.with(handle -> handle.createQuery("select raw_segment, raw_offset, raw_length from message"
                        + " order by raw_segment desc, raw_offset desc limit 1")
                .map((row, _) -> new RawLocation(row.getInt(1), row.getLong(2), row.getInt(3)))
                .findOne());
    }

    @Override
    public boolean isConflict(RuntimeException failure) {
        return Database.isUniqueViolation(failure);
    }

    private void query(String sql, String type, Collection<?> keys, RowReader reader) {
        if (keys.isEmpty()) {
            return;
        }
        database.withConnection("look mail up", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf(type, keys.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
                return true;
            }
        });
    }

    private <T> void batch(String sql, List<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        database.withConnection("store mail", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var row : rows) {
                    binder.bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }
}
