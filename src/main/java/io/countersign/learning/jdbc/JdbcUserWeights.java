package io.countersign.learning.jdbc;

import io.countersign.learning.OnlineLearner;
import io.countersign.learning.TaughtWeight;
import io.countersign.learning.UserWeight;
import io.countersign.learning.UserWeights;
import io.countersign.shared.db.AuditTrail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights in H2 or PostgreSQL; which of them fade is told by the clock. */
public final class JdbcUserWeights implements UserWeights {
    private static final String PUT = """
            merge into user_weights t
            using (values (cast(? as varchar), cast(? as varchar), cast(? as double precision),
                           cast(? as timestamp with time zone), cast(? as integer)))
                as s (user_id, feature, weight, updated_at, decisions)
            on t.user_id = s.user_id and t.feature = s.feature
            when matched then update
                set weight = s.weight, updated_at = s.updated_at, decisions = s.decisions
            when not matched then insert (user_id, feature, weight, updated_at, decisions)
                values (s.user_id, s.feature, s.weight, s.updated_at, s.decisions)
            """;

    private final OnlineLearner learner = new OnlineLearner();
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
        var now = clock.instant();
        return sql
                .list(
                        "select feature, weight, updated_at, decisions from user_weights where user_id = ?",
                        row -> new Stored(row.getString(1), taught(row)),
                        user)
                .stream()
                .map(stored -> stored.asOf(now, learner))
                .filter(weight -> weight.weight() != 0)
                .sorted(Comparator.comparingDouble((UserWeight weight) -> -Math.abs(weight.weight()))
                        .thenComparing(UserWeight::feature))
                .toList();
    }

    private record Stored(String feature, TaughtWeight taught) {
        UserWeight asOf(Instant now, OnlineLearner learner) {
            return new UserWeight(feature, learner.weightAt(taught, now), taught.at(), taught.decisions());
        }
    }

    private static TaughtWeight taught(ResultSet row) throws SQLException {
        return new TaughtWeight(
                row.getDouble("weight"), Statements.instant(row, "updated_at"), row.getInt("decisions"));
    }

    @Override
    public Map<String, TaughtWeight> of(String user, Collection<String> features) {
        var weights = new HashMap<String, TaughtWeight>();
        sql.list(
                "select feature, weight, updated_at, decisions from user_weights where user_id = ? and feature = any(?)",
                row -> weights.put(row.getString(1), taught(row)),
                user,
                new Statements.Texts(features));
        return weights;
    }

    @Override
    public void put(String user, Map<String, TaughtWeight> weights) {
        sql.inTransaction(() -> {
            sql.batch(
                    PUT,
                    weights.entrySet().stream()
                            .filter(entry -> entry.getValue().decisions() > 0)
                            .toList(),
                    (to, entry) -> to.add(user)
                            .add(entry.getKey())
                            .add(entry.getValue().weight())
                            .add(entry.getValue().at())
                            .add(entry.getValue().decisions()));
            var untaught = weights.entrySet().stream()
                    .filter(entry -> entry.getValue().decisions() <= 0)
                    .map(Map.Entry::getKey)
                    .toList();
            return untaught.isEmpty()
                    ? 0
                    : sql.update(
                            "delete from user_weights where user_id = ? and feature = any(?)",
                            user,
                            new Statements.Texts(untaught));
        });
    }

    @Override
    public List<String> outdated(String user) {
        return sql.list(
                "select feature from user_weights where user_id = ? and decisions <= 0", row -> row.getString(1), user);
    }

    @Override
    public int reset(String user) {
        return sql.inTransaction(() -> {
            lock(user);
            sql.update("delete from calibration where user_id = ?", user);
            sql.update("delete from calibration_sample where user_id = ?", user);
            sql.update("delete from decision_feature where user_id = ?", user);
            int forgotten = sql.update("delete from user_weights where user_id = ?", user);
            audit(user, "Everything learned: " + forgotten + " features");
            return forgotten;
        });
    }

    @Override
    public boolean reset(String user, String feature) {
        return sql.inTransaction(() -> {
            lock(user);
            sql.update("delete from decision_feature where user_id = ? and feature = ?", user, feature);
            boolean forgotten =
                    sql.update("delete from user_weights where user_id = ? and feature = ?", user, feature) > 0;
            if (forgotten) {
                audit(user, feature);
            }
            return forgotten;
        });
    }

    /** Waits for whoever decides, and makes them wait: what they learn must not come back. */
    private void lock(String user) {
        sql.first("select user_id from ledger where user_id = ? for update", row -> true, user);
    }

    private void audit(String user, String what) {
        new AuditTrail(database, user).add(clock.instant(), List.of(AuditTrail.Row.of("weights_reset", null, what)));
    }
}
