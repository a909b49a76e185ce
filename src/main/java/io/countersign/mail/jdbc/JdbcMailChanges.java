package io.countersign.mail.jdbc;

import io.countersign.mail.MailChanges;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.Collection;
import java.util.List;

/** The log of changed mail in H2 or PostgreSQL. */
public final class JdbcMailChanges implements MailChanges {
    /** So many transactions are kept: weeks of decisions, or the import of a few million mails. */
    static final long KEPT = 5000;

    private static final int TIDIED_EVERY = 256;
    private static final Statements.RowReader<Change> CHANGE =
            row -> new Change(row.getLong("number"), row.getLong("message_id"), row.getBoolean("text_too"));

    private final Statements sql;

    public JdbcMailChanges(Database database) {
        this.sql = new Statements(database);
    }

    @Override
    public long latest() {
        return sql.first("select last from mail_change_clock where id = 1", row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public List<Change> after(long number, int limit) {
        var kept = sql.first(
                        "select forgotten from mail_change_clock where id = 1 and forgotten <= ?",
                        row -> row.getLong(1),
                        number)
                .isPresent();
        if (!kept) {
            throw new Forgotten(number);
        }
        var changes = sql.list(
                "select number, message_id, text_too from mail_change where number > ? order by number, message_id"
                        + " limit ?",
                CHANGE,
                number,
                limit + 1);
        return changes.size() <= limit ? changes : wholeTransactions(changes);
    }

    /** Without the last transaction, which was cut; or all of it when it is the only one. */
    private List<Change> wholeTransactions(List<Change> cut) {
        long last = cut.getLast().number();
        var whole = cut.stream().filter(change -> change.number() < last).toList();
        return whole.isEmpty()
                ? sql.list(
                        "select number, message_id, text_too from mail_change where number = ? order by message_id",
                        CHANGE,
                        last)
                : whole;
    }

    /**
     * Writes down that the running transaction changes these mails. Comes before the change itself: whoever changes mail waits
     * here, and holds no mail that another needs.
     */
    void note(Collection<Long> messageIds, boolean textToo) {
        if (messageIds.isEmpty()) {
            return;
        }
        sql.update("update mail_change_clock set last = last + 1 where id = 1");
        long number = latest();
        sql.batch(
                "insert into mail_change (number, message_id, text_too) values (?, ?, ?)",
                messageIds.stream().distinct().toList(),
                (to, id) -> to.add(number).add(id).add(textToo));
        if (number % TIDIED_EVERY == 0) {
            long forgotten = number - KEPT;
            sql.update("delete from mail_change where number <= ?", forgotten);
            sql.update("update mail_change_clock set forgotten = ? where forgotten < ?", forgotten, forgotten);
        }
    }
}
