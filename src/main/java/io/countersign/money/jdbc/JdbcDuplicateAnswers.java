package io.countersign.money.jdbc;

import io.countersign.money.DuplicateAnswers;
import io.countersign.money.StatementId;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Answers of one person in H2 or PostgreSQL. */
public final class JdbcDuplicateAnswers implements DuplicateAnswers {
    private static final int MERCHANT_LENGTH = 300;

    private final Statements sql;
    private final String user;
    private final Clock clock;

    public JdbcDuplicateAnswers(Database database, String user, Clock clock) {
        this.sql = new Statements(database);
        this.user = user;
        this.clock = clock;
    }

    @Override
    public List<Answer> all() {
        return sql.list(
                "select earlier_message_id, earlier_ordinal, later_message_id, later_ordinal, merchant_key, duplicate"
                        + " from duplicate_answer where user_id = ? order by id",
                JdbcDuplicateAnswers::answer,
                user);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                new StatementId(row.getLong(1), row.getInt(2)),
                new StatementId(row.getLong(3), row.getInt(4)),
                row.getString(5),
                row.getBoolean(6));
    }

    @Override
    public void put(Answer answer) {
        var earlier = answer.earlier();
        var later = answer.later();
        sql.inTransaction(() -> {
            remove(earlier, later);
            return sql.insert(
                    "insert into duplicate_answer (user_id, earlier_message_id, earlier_ordinal, later_message_id,"
                            + " later_ordinal, merchant_key, duplicate, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    user,
                    earlier.messageId(),
                    earlier.ordinal(),
                    later.messageId(),
                    later.ordinal(),
                    Statements.fit(answer.merchantKey(), MERCHANT_LENGTH),
                    answer.duplicate(),
                    clock.instant());
        });
    }

    @Override
    public void remove(StatementId earlier, StatementId later) {
        sql.update(
                "delete from duplicate_answer where user_id = ? and earlier_message_id = ? and earlier_ordinal = ?"
                        + " and later_message_id = ? and later_ordinal = ?",
                user,
                earlier.messageId(),
                earlier.ordinal(),
                later.messageId(),
                later.ordinal());
    }
}
