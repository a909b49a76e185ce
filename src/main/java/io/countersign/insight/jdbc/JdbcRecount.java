package io.countersign.insight.jdbc;

import io.countersign.approval.jdbc.PolicyRates;
import io.countersign.insight.Recount;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Counts the logs in H2 or PostgreSQL, a month at a time. */
public final class JdbcRecount implements Recount {
    private final Statements sql;
    private final LogSums logs;
    private final StoredSums stored;

    public JdbcRecount(Database database) {
        this.sql = new Statements(database);
        this.logs = new LogSums(sql);
        this.stored = new StoredSums(sql);
    }

    @Override
    public boolean isDue(String user, ZoneId zone) {
        return sql.first("select zone from day_zone where user_id = ?", row -> row.getString(1), user)
                .filter(zone.getId()::equals)
                .isEmpty();
    }

    @Override
    public Counted run(String user, ZoneId zone, Instant now, Progress progress) {
        var counted = logs.count(user, zone, progress);
        long corrected = (long) stored.replaceDays(user, counted.days())
                + stored.replaceConfidences(user, counted.confidences())
                + replaceCounters(user, counted, now);
        sql.update("delete from day_zone where user_id = ?", user);
        sql.update("insert into day_zone (user_id, zone) values (?, ?)", user, zone.getId());
        long decisions = counted.days().values().stream()
                .mapToLong(one -> one.approved() + one.rejected())
                .sum();
        return new Counted(counted.policies().size(), decisions, corrected);
    }

    private int replaceCounters(String user, LogSums.Counted counted, Instant now) {
        var before = sql.list(
                "select policy_id, fired, approved, rejected from policy_stats where user_id = ?",
                row -> new StoredSums.Counter(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                user);
        var wrong = new ArrayList<>(counted.counters());
        wrong.removeAll(before);
        var known = before.stream().map(StoredSums.Counter::policyId).toList();
        sql.batch(
                "update policy_stats set fired = ?, approved = ?, rejected = ? where user_id = ? and policy_id = ?",
                wrong.stream().filter(one -> known.contains(one.policyId())).toList(),
                (to, one) -> to.add(one.fired())
                        .add(one.approved())
                        .add(one.rejected())
                        .add(user)
                        .add(one.policyId()));
        sql.batch(
                "insert into policy_stats (fired, approved, rejected, user_id, policy_id, updated_at) values (?, ?, ?, ?, ?, ?)",
                wrong.stream().filter(one -> !known.contains(one.policyId())).toList(),
                (to, one) -> to.add(one.fired())
                        .add(one.approved())
                        .add(one.rejected())
                        .add(user)
                        .add(one.policyId())
                        .add(now));
        int emptied = empty(user, counted.policies(), before);
        sql.update("update policy_stats set updated_at = ? where user_id = ?", now, user);
        PolicyRates.refresh(
                sql,
                user,
                sql.list("select policy_id from policy_stats where user_id = ?", row -> row.getLong(1), user));
        return wrong.size() + emptied;
    }

    /** A counter that the logs know nothing of counts nothing; it stays, since it may hold what was missed. */
    private int empty(String user, List<Long> counted, List<StoredSums.Counter> before) {
        var unfounded = before.stream()
                .filter(one -> !counted.contains(one.policyId()) && !one.isEmpty())
                .map(StoredSums.Counter::policyId)
                .toList();
        return unfounded.isEmpty()
                ? 0
                : sql.update(
                        "update policy_stats set fired = 0, approved = 0, rejected = 0 where user_id = ? and policy_id = any(?)",
                        user,
                        unfounded);
    }
}
