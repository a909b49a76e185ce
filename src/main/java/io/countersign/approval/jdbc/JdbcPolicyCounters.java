package io.countersign.approval.jdbc;

import io.countersign.approval.Counted;
import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.approval.DecisionRepository.Opened;
import io.countersign.approval.OnRequest;
import io.countersign.approval.PolicyCounters;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code policy_stats}, its log {@code policy_firing}, and both by day, in H2 or PostgreSQL. */
public final class JdbcPolicyCounters implements PolicyCounters {
    private static final String COUNT = """
            merge into policy_stats t
            using (values (cast(? as bigint), cast(? as varchar), cast(? as integer), cast(? as integer), cast(? as integer),
                           cast(? as timestamp with time zone)))
                  as s (policy_id, user_id, fired, approved, rejected, updated_at)
            on t.policy_id = s.policy_id and t.user_id = s.user_id
            when matched then update set fired = t.fired + s.fired, approved = t.approved + s.approved,
                rejected = t.rejected + s.rejected, updated_at = s.updated_at
            when not matched then insert (policy_id, user_id, fired, approved, rejected, updated_at)
                values (s.policy_id, s.user_id, s.fired, s.approved, s.rejected, s.updated_at)
            """;
    private static final String COUNT_DAY = """
            merge into policy_day t
            using (values (cast(? as varchar), cast(? as date), cast(? as bigint), cast(? as integer), cast(? as integer),
                           cast(? as integer)))
                  as s (user_id, on_day, policy_id, fired, approved, rejected)
            on t.user_id = s.user_id and t.on_day = s.on_day and t.policy_id = s.policy_id
            when matched then update set fired = t.fired + s.fired, approved = t.approved + s.approved,
                rejected = t.rejected + s.rejected
            when not matched then insert (user_id, on_day, policy_id, fired, approved, rejected)
                values (s.user_id, s.on_day, s.policy_id, s.fired, s.approved, s.rejected)
            """;
    private static final String COUNT_CONFIDENCE = """
            merge into confidence_day t
            using (values (cast(? as varchar), cast(? as date), cast(? as integer), cast(? as integer), cast(? as integer),
                           cast(? as bigint)))
                  as s (user_id, on_day, tenth, decided, approved, millionths)
            on t.user_id = s.user_id and t.on_day = s.on_day and t.tenth = s.tenth
            when matched then update set decided = t.decided + s.decided, approved = t.approved + s.approved,
                millionths = t.millionths + s.millionths
            when not matched then insert (user_id, on_day, tenth, decided, approved, millionths)
                values (s.user_id, s.on_day, s.tenth, s.decided, s.approved, s.millionths)
            """;

    private final Statements sql;
    private final Totals totals;
    private final String user;
    private final ZoneId zone;

    /** @param zone the person's, which tells their days apart */
    public JdbcPolicyCounters(Database database, String user, ZoneId zone) {
        this.sql = new Statements(database);
        this.totals = new Totals(database);
        this.user = user;
        this.zone = zone;
    }

    private record Counts(int fired, int approved, int rejected) {}

    @Override
    public void fired(Map<Long, Integer> perPolicy, Instant now) {
        moved(perPolicy, now);
        total(Counted.POLICY_FIRED, perPolicy);
    }

    private void total(Counted counted, Map<Long, Integer> perPolicy) {
        totals.add(
                user,
                counted,
                perPolicy.entrySet().stream()
                        .collect(Collectors.toMap(
                                more -> String.valueOf(more.getKey()),
                                more -> more.getValue().longValue())));
    }

    @Override
    public void moved(Map<Long, Integer> perPolicy, Instant now) {
        sql.batch(
                "insert into policy_firing (user_id, policy_id, fired_at, fired) values (?, ?, ?, ?)",
                perPolicy.entrySet(),
                (to, entry) -> to.add(user).add(entry.getKey()).add(now).add(entry.getValue()));
        var counts = new HashMap<Long, Counts>();
        perPolicy.forEach((policy, times) -> counts.put(policy, new Counts(times, 0, 0)));
        count(counts, day(now), now);
    }

    @Override
    public void decided(boolean approve, List<Decision> decisions, Instant now) {
        count(counts(approve, decisions, 1), day(now), now);
        countConfidence(approve, decisions, day(now), 1);
        total(
                approve ? Counted.POLICY_APPROVED : Counted.POLICY_REJECTED,
                decisions.stream().collect(Collectors.toMap(Decision::policyId, _ -> 1, Integer::sum)));
    }

    @Override
    public void undone(Opened batch, List<Decision> decisions, Instant now) {
        var day = day(batch.at());
        count(counts(batch.approve(), decisions, -1), day, now);
        countConfidence(batch.approve(), decisions, day, -1);
        dropNothing(day);
        sql.update("delete from confidence_day where user_id = ? and on_day = ? and decided = 0", user, day);
    }

    /** Counts so many more proposals, or fewer, of a request that was made {@code at} that moment. */
    void requested(int more, Instant at, Instant now) {
        var day = day(at);
        count(Map.of(OnRequest.POLICY_ID, new Counts(more, 0, 0)), day, now);
        dropNothing(day);
        total(Counted.POLICY_FIRED, Map.of(OnRequest.POLICY_ID, more));
    }

    private void dropNothing(LocalDate day) {
        sql.update(
                "delete from policy_day where user_id = ? and on_day = ? and fired = 0 and approved = 0 and rejected = 0",
                user,
                day);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static Map<Long, Counts> counts(boolean approve, List<Decision> decisions, int sign) {
        var times = decisions.stream().collect(Collectors.toMap(Decision::policyId, _ -> sign, Integer::sum));
        var counts = new HashMap<Long, Counts>();
        times.forEach(
                (policy, count) -> counts.put(policy, approve ? new Counts(0, count, 0) : new Counts(0, 0, count)));
        return counts;
    }

    private void count(Map<Long, Counts> perPolicy, LocalDate day, Instant now) {
        sql.batch(COUNT, perPolicy.entrySet(), (to, entry) -> {
            var counts = entry.getValue();
            to.add(entry.getKey()).add(user).add(counts.fired()).add(counts.approved());
            to.add(counts.rejected()).add(now);
        });
        sql.batch(COUNT_DAY, perPolicy.entrySet(), (to, entry) -> {
            var counts = entry.getValue();
            to.add(user).add(day).add(entry.getKey()).add(counts.fired());
            to.add(counts.approved()).add(counts.rejected());
        });
        PolicyRates.refresh(sql, user, perPolicy.keySet());
    }

    private void countConfidence(boolean approve, List<Decision> decisions, LocalDate day, int sign) {
        var perTenth = decisions.stream()
                .collect(Collectors.groupingBy(
                        one -> Tenths.tenth(one.confidence()),
                        Collectors.summingLong(one -> Tenths.millionths(one.confidence()))));
        var times = decisions.stream()
                .collect(Collectors.toMap(one -> Tenths.tenth(one.confidence()), _ -> sign, Integer::sum));
        sql.batch(COUNT_CONFIDENCE, perTenth.entrySet(), (to, entry) -> {
            int count = times.getOrDefault(entry.getKey(), 0);
            to.add(user).add(day).add(entry.getKey()).add(count).add(approve ? count : 0);
            to.add(sign * entry.getValue());
        });
    }
}
