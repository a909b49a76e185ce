package io.countersign.mail.jdbc;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.db.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Messages in H2 or PostgreSQL. Streams page by page by key, so that no table is ever held in memory. */
public final class JdbcMessageRepository implements MessageRepository {
    private static final int PAGE = 2000;
    private static final String SELECT = "select " + MessageRow.COLUMNS + " from message ";
    private static final Binder NOTHING = _ -> {};

    private final Database database;
    private final MessageRow row;
    private final MessageColumns columns;
    private final UnderstandingWriter understandings;
    private final JdbcMailChanges changes;

    public JdbcMessageRepository(Database database) {
        this.database = database;
        var facts = new FactsJson();
        this.row = new MessageRow(facts);
        this.columns = new MessageColumns(facts);
        this.understandings = new UnderstandingWriter(database, this::findAll);
        this.changes = new JdbcMailChanges(database);
    }

    @Override
    public Optional<Message> find(long id) {
        return select("where id = ?", statement -> statement.setLong(1, id)).stream()
                .findFirst();
    }

    @Override
    public List<String> notes(long id) {
        return database.withConnection("read notes", connection -> {
            try (var statement = connection.prepareStatement("select defects from message where id = ?")) {
                statement.setLong(1, id);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? RowText.lines(rows.getString(1)) : List.of();
                }
            }
        });
    }

    @Override
    public Optional<Message> findByMessageId(String messageId) {
        var stripped = messageId.strip();
        var bare = stripped.startsWith("<") && stripped.endsWith(">")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
        return select(
                        "where message_key = ? and message_id = ? order by received_at desc, id desc fetch first 1 rows only",
                        statement -> {
                            statement.setLong(1, MessageColumns.key(bare));
                            statement.setString(2, RowText.fit(bare, MessageColumns.MESSAGE_ID));
                        })
                .stream()
                .findFirst();
    }

    @Override
    public List<Message> findAll(Collection<Long> ids) {
        var wanted = ids.stream().distinct().sorted().toList();
        var found = new ArrayList<Message>(wanted.size());
        for (int start = 0; start < wanted.size(); start += PAGE) {
            var page =
                    wanted.subList(start, Math.min(wanted.size(), start + PAGE)).toArray();
            found.addAll(select(
                    "where id = any(?) order by id",
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf("bigint", page))));
        }
        return found;
    }

    @Override
    public void forEachNewestFirst(Predicate<Message> visitor) {
        var order = " order by received_at desc, id desc fetch first " + PAGE + " rows only";
        var page = select(order, NOTHING);
        while (visit(page, visitor)) {
            var last = page.getLast();
            page = select("where (received_at, id) < (?, ?)" + order, statement -> {
                statement.setObject(1, last.envelope().receivedAt().atOffset(ZoneOffset.UTC));
                statement.setLong(2, last.id());
            });
        }
    }

    @Override
    public void forEachFrom(long firstId, Predicate<Message> visitor) {
        var from = "where id >= ? order by id fetch first " + PAGE + " rows only";
        var page = select(from, statement -> statement.setLong(1, firstId));
        while (visit(page, visitor)) {
            long next = page.getLast().id() + 1;
            page = select(from, statement -> statement.setLong(1, next));
        }
    }

    /** True when there may be another page. */
    private static boolean visit(List<Message> page, Predicate<Message> visitor) {
        for (var message : page) {
            if (!visitor.test(message)) {
                return false;
            }
        }
        return page.size() == PAGE;
    }

    @Override
    public long count() {
        return database.withConnection("count mail", connection -> {
            try (var statement = connection.prepareStatement("select count(*) from message");
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Override
    public List<Long> updateStates(Collection<Message> changed) {
        var messages = List.copyOf(changed);
        return database.inTransaction(() -> {
            changes.note(messages.stream().map(Message::id).toList(), false);
            int[] counts = batch("""
                    update message set folder = ?, labels = ?, assigned_labels = ?, unread = ?, starred = ?, answered = ?,
                        quarantined = ?, version = version + 1
                    where id = ? and version = ?""", messages, (statement, message) -> {
                int next = columns.bind(statement, message.state());
                statement.setLong(next, message.id());
                statement.setInt(next + 1, message.version());
            });
            var stored = new ArrayList<Long>(messages.size());
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1) {
                    stored.add(messages.get(i).id());
                }
            }
            return stored;
        });
    }

    @Override
    public void updateUnderstanding(Collection<Message> rescanned) {
        understandings.replace(rescanned);
    }

    private List<Message> select(String where, Binder binder) {
        return database.withConnection("read mail", connection -> {
            try (var statement = connection.prepareStatement(SELECT + where)) {
                binder.bind(statement);
                var messages = new ArrayList<Message>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        messages.add(row.read(rows));
                    }
                }
                return messages;
            }
        });
    }

    private int[] batch(String sql, List<Message> messages, BatchBinder binder) {
        return messages.isEmpty()
                ? new int[0]
                : database.withConnection("update mail", connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (var message : messages) {
                            binder.bind(statement, message);
                            statement.addBatch();
                        }
                        return statement.executeBatch();
                    }
                });
    }

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface BatchBinder {
        void bind(PreparedStatement statement, Message message) throws SQLException;
    }
}
