package io.countersign.approval.jdbc;

import io.countersign.approval.Counted;
import io.countersign.approval.FeatureLog;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The table {@code decision_feature} in H2 or PostgreSQL. */
public final class JdbcFeatureLog implements FeatureLog {
    private final Statements sql;
    private final Totals totals;
    private final String user;

    public JdbcFeatureLog(Database database, String user) {
        this.sql = new Statements(database);
        this.totals = new Totals(database);
        this.user = user;
    }

    @Override
    public void add(long batch, boolean approve, Map<String, Integer> times) {
        sql.batch(
                "insert into decision_feature (user_id, feature, batch_id, approve, times) values (?, ?, ?, ?, ?)",
                times.entrySet(),
                (to, entry) ->
                        to.add(user).add(entry.getKey()).add(batch).add(approve).add(entry.getValue()));
        long updates = times.values().stream().mapToLong(Integer::longValue).sum();
        totals.add(user, Counted.WEIGHT_UPDATES, Map.of(approve ? "plus" : "minus", updates));
    }

    @Override
    public List<String> subtract(long batch, Map<String, Integer> times) {
        var learned = sql.list(
                "select feature from decision_feature where user_id = ? and batch_id = ? and feature = any(?)",
                row -> row.getString(1),
                user,
                batch,
                new Statements.Texts(times.keySet()));
        sql.batch(
                "update decision_feature set times = times - ? where user_id = ? and feature = ? and batch_id = ?",
                learned,
                (to, feature) ->
                        to.add(times.get(feature)).add(user).add(feature).add(batch));
        sql.update(
                "delete from decision_feature where user_id = ? and batch_id = ? and times <= 0 and feature = any(?)",
                user,
                batch,
                new Statements.Texts(learned));
        return learned;
    }

    @Override
    public List<Lesson> lessons(Collection<String> features) {
        return sql.list(
                "select f.feature, f.approve, f.times, b.decided_at from decision_feature f"
                        + " join batch b on b.id = f.batch_id where f.user_id = ? and f.feature = any(?)"
                        + " order by f.batch_id",
                row -> new Lesson(
                        row.getString(1), row.getBoolean(2), row.getInt(3), Statements.instant(row, "decided_at")),
                user,
                new Statements.Texts(features));
    }
}
