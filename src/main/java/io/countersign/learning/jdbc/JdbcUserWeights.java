package io.countersign.learning.jdbc;

import io.countersign.learning.UserWeight;
import io.countersign.learning.UserWeights;
import io.countersign.shared.db.AuditTrail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights in H2 or PostgreSQL. A weight of 0 is not stored: it means the same as one never learned. */
public final class JdbcUserWeights implements UserWeights {
    private static final String PUT = """
            merge into user_weights t
            using (values (cast(? as varchar), cast(? as varchar), cast(? as double precision),
                           cast(? as timestamp with time zone))) as s (user_id, feature, weight, updated_at)
            on t.user_id = s.user_id and t.feature = s.feature
            when matched then update set weight = s.weight, updated_at = s.updated_at
            when not matched then insert (user_id, feature, weight, updated_at)
                values (s.user_id, s.feature, s.weight, s.updated_at)
            """;

    private final Database database;
    private final Statements sql;
    private final Clock clock;

    public JdbcUserWeights(Database database, Clock clock) {
        this.database = database;
        this.sql = new Statements(database);
        this.clock = clock;
    }

    @Override
    public List<UserWeight> all(String user) {
        return sql.list(
                "select feature, weight, updated_at from user_weights where user_id = ?"
                        + " order by abs(weight) desc, feature",
                row -> new UserWeight(row.getString(1), row.getDouble(2), Statements.instant(row, "updated_at")),
                user);
    }

    @Override
    public Map<String, Double> of(String user, Collection<String> features) {
        var weights = new HashMap<String, Double>();
        sql.list(
                "select feature, weight from user_weights where user_id = ? and feature = any(?)",
                row -> weights.put(row.getString(1), row.getDouble(2)),
                user,
                new Statements.Texts(features));
        return weights;
    }

    @Override
    public void put(String user, Map<String, Double> weights) {
        var now = clock.instant();
        sql.inTransaction(() -> {
            sql.batch(
                    PUT,
                    weights.entrySet().stream()
                            .filter(entry -> entry.getValue() != 0)
                            .toList(),
                    (to, entry) -> to.add(user)
                            .add(entry.getKey())
                            .add(entry.getValue())
                            .add(now));
            var zero = weights.entrySet().stream()
                    .filter(entry -> entry.getValue() == 0)
                    .map(Map.Entry::getKey)
                    .toList();
            return zero.isEmpty()
                    ? 0
                    : sql.update(
                            "delete from user_weights where user_id = ? and feature = any(?)",
                            user,
                            new Statements.Texts(zero));
        });
    }

    @Override
    public int reset(String user) {
        return sql.inTransaction(() -> {
            sql.update("delete from decision_feature where user_id = ?", user);
            int forgotten = sql.update("delete from user_weights where user_id = ?", user);
            audit(user, "Everything learned: " + forgotten + " features");
            return forgotten;
        });
    }

    @Override
    public boolean reset(String user, String feature) {
        return sql.inTransaction(() -> {
            sql.update("delete from decision_feature where user_id = ? and feature = ?", user, feature);
            boolean forgotten =
                    sql.update("delete from user_weights where user_id = ? and feature = ?", user, feature) > 0;
            if (forgotten) {
                audit(user, feature);
            }
            return forgotten;
        });
    }

    private void audit(String user, String what) {
        new AuditTrail(database, user).add(clock.instant(), List.of(AuditTrail.Row.of("weights_reset", null, what)));
    }
}
