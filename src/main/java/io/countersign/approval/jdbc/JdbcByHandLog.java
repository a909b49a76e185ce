package io.countersign.approval.jdbc;

import io.countersign.approval.ByHandLog;
import io.countersign.approval.Reach;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables {@code by_hand} and {@code policy_reach} in H2 or PostgreSQL; what is missed is counted in {@code policy_stats}. */
public final class JdbcByHandLog implements ByHandLog {
    private static final String COUNT = """
            merge into policy_stats t
            using (values (cast(? as bigint), cast(? as varchar), cast(? as double precision), cast(? as timestamp with time zone)))
                  as s (policy_id, user_id, missed, updated_at)
            on t.policy_id = s.policy_id and t.user_id = s.user_id
            when matched then update set missed = coalesce(t.missed, 0) + s.missed, updated_at = s.updated_at
            when not matched then insert (policy_id, user_id, missed, updated_at)
                values (s.policy_id, s.user_id, s.missed, s.updated_at)
            """;

    private static final String FORGET = """
            update policy_stats set missed = null where user_id = ? and policy_id = any(?)
                and not exists (select 1 from by_hand b where b.user_id = policy_stats.user_id
                                and b.policy_id = policy_stats.policy_id and b.undone_at is null)
                and not exists (select 1 from recall_question q where q.user_id = policy_stats.user_id
                                and q.policy_id = policy_stats.policy_id and q.wanted is not null and q.counted_in is not null)
            """;

    private final Statements sql;
    private final PolicyReach reach;
    private final String user;

    public JdbcByHandLog(Database database, String user) {
        this.sql = new Statements(database);
        this.reach = new PolicyReach(sql, user);
        this.user = user;
    }

    @Override
    public Map<Long, Reach> reaches() {
        reach.catchUp();
        var domains = new HashMap<Long, Set<String>>();
        var categories = new HashMap<Long, Set<String>>();
        sql.list(
                "select policy_id, sender, category from policy_reach where user_id = ?",
                row -> {
                    domains.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                            .add(row.getString(2));
                    return categories
                            .computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                            .add(row.getString(3));
                },
                user);
        var reaches = new HashMap<Long, Reach>();
        domains.forEach((policy, known) ->
                reaches.put(policy, new Reach(withoutNone(known), categories.getOrDefault(policy, Set.of()))));
        return reaches;
    }

    private static Set<String> withoutNone(Set<String> domains) {
        return domains.stream().filter(domain -> !domain.isEmpty()).collect(Collectors.toSet());
    }

    private record Missed(long policyId, long messageId) {}

    private record Row(Act act, @Nullable Long policy) {}

    @Override
    public void add(List<Act> done, Instant at) {
        var acts = counting(done);
        var actions = new ActionColumns();
        var rows = new ArrayList<Row>();
        for (var act : acts) {
            act.missedBy().forEach(policy -> rows.add(new Row(act, policy)));
            if (act.missedBy().isEmpty()) {
                rows.add(new Row(act, null));
            }
        }
        sql.batch(
                "insert into by_hand (user_id, message_id, done_at, action, params, params_key, on_server, policy_id, batch_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, cast(? as bigint), cast(? as bigint))",
                rows,
                (to, row) -> {
                    var act = row.act();
                    to.add(user).add(act.messageId()).add(at).add(act.action().id());
                    to.add(actions.params(act.action())).add(actions.key(act.action()));
                    to.add(act.batch().isEmpty()).add(row.policy());
                    to.add(act.batch().isEmpty() ? null : act.batch().getAsLong());
                });
        count(
                acts.stream()
                        .flatMap(act -> act.missedBy().stream())
                        .collect(Collectors.toMap(policy -> policy, _ -> 1, Integer::sum)),
                at);
    }

    /** A mail that a policy missed already, or was asked about, counts once: as what it was first. */
    private List<Act> counting(List<Act> acts) {
        var mails = acts.stream().map(Act::messageId).toList();
        var counted = new HashSet<>(sql.list(
                "select policy_id, message_id from by_hand where user_id = ? and undone_at is null and policy_id is not null"
                        + " and message_id = any(?)",
                row -> new Missed(row.getLong(1), row.getLong(2)),
                user,
                mails));
        counted.addAll(sql.list(
                "select policy_id, message_id from recall_question where user_id = ? and message_id = any(?)",
                row -> new Missed(row.getLong(1), row.getLong(2)),
                user,
                mails));
        return acts.stream()
                .map(act -> new Act(
                        act.messageId(),
                        act.action(),
                        act.batch(),
                        act.missedBy().stream()
                                .filter(policy -> !counted.contains(new Missed(policy, act.messageId())))
                                .toList()))
                .toList();
    }

    @Override
    public void undone(long batch, Collection<Long> messageIds, Instant at) {
        if (messageIds.isEmpty()) {
            return;
        }
        var missed = sql.list(
                "select policy_id from by_hand where batch_id = ? and user_id = ? and undone_at is null"
                        + " and policy_id is not null and message_id = any(?)",
                row -> row.getLong(1),
                batch,
                user,
                messageIds);
        sql.update(
                "update by_hand set undone_at = ? where batch_id = ? and user_id = ? and message_id = any(?)",
                at,
                batch,
                user,
                messageIds);
        count(missed.stream().collect(Collectors.toMap(policy -> policy, _ -> -1, Integer::sum)), at);
        if (!missed.isEmpty()) {
            sql.update(FORGET, user, missed);
            PolicyRates.refresh(sql, user, missed);
        }
    }

    private void count(Map<Long, Integer> missed, Instant at) {
        sql.batch(
                COUNT,
                missed.entrySet(),
                (to, entry) -> to.add(entry.getKey())
                        .add(user)
                        .add(entry.getValue().doubleValue())
                        .add(at));
        PolicyRates.refresh(sql, user, missed.keySet());
    }
}
