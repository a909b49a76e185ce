package io.countersign.insight.recall.jdbc;

import io.countersign.approval.jdbc.ActionColumns;
import io.countersign.approval.jdbc.PolicyRates;
import io.countersign.approval.jdbc.PolicyReach;
import io.countersign.insight.recall.Evidence;
import io.countersign.insight.recall.RecallRecords;
import io.countersign.insight.recall.Sampled;
import io.countersign.insight.recall.Stratum;
import io.countersign.policy.Action;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.db.Statements.RowReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** The tables {@code recall_frame}, {@code recall_question}, {@code by_hand} and {@code policy_reach} in H2 or PostgreSQL. */
public final class JdbcRecallRecords implements RecallRecords {
    private static final String STRATA = """
            select f.policy_id, f.mails, coalesce(q.answered, 0) as answered, coalesce(q.wanted, 0) as wanted
            from recall_frame f
            left join (select a.policy_id, a.counted_in, count(*) as answered,
                              count(*) filter (where a.wanted and m.received_at >= ?) as wanted
                       from recall_question a left join message m on m.id = a.message_id
                       where a.user_id = ? and a.wanted is not null and a.counted_in is not null
                       group by a.policy_id, a.counted_in) q on q.policy_id = f.policy_id and q.counted_in = f.stratum
            where f.user_id = ? order by f.policy_id, f.stratum
            """;
    private static final String PUT = """
            merge into policy_stats t
            using (values (cast(? as bigint), cast(? as varchar), cast(? as double precision), cast(? as timestamp with time zone)))
                  as s (policy_id, user_id, missed, updated_at)
            on t.policy_id = s.policy_id and t.user_id = s.user_id
            when matched then update set missed = s.missed, updated_at = s.updated_at
            when not matched then insert (policy_id, user_id, missed, updated_at)
                values (s.policy_id, s.user_id, s.missed, s.updated_at)
            """;

    private final Statements sql;
    private final PolicyReach reach;
    private final String user;

    public JdbcRecallRecords(Database database, String user) {
        this.sql = new Statements(database);
        this.reach = new PolicyReach(sql, user);
        this.user = user;
    }

    @Override
    public Map<Long, Evidence> evidence(Instant from) {
        var strata = new HashMap<Long, List<Sampled>>();
        sql.list(
                STRATA,
                row -> strata.computeIfAbsent(row.getLong("policy_id"), _ -> new ArrayList<>())
                        .add(new Sampled(row.getLong("mails"), row.getLong("answered"), row.getLong("wanted"))),
                from,
                user,
                user);
        var byHand = new HashMap<Long, Long>();
        sql.list(
                "select policy_id, count(distinct message_id) from by_hand where user_id = ? and policy_id is not null"
                        + " and undone_at is null and done_at >= ? group by policy_id",
                row -> byHand.put(row.getLong(1), row.getLong(2)) == null,
                user,
                from);
        var policies = new HashSet<>(strata.keySet());
        policies.addAll(byHand.keySet());
        var evidence = new HashMap<Long, Evidence>();
        policies.forEach(policy -> evidence.put(
                policy, new Evidence(strata.getOrDefault(policy, List.of()), byHand.getOrDefault(policy, 0L))));
        return evidence;
    }

    @Override
    public List<Asked> open() {
        return sql.list(
                "select * from recall_question where user_id = ? and answered_at is null order by id", asked(), user);
    }

    @Override
    public List<Asked> all() {
        return sql.list("select * from recall_question where user_id = ? order by id", asked(), user);
    }

    private static RowReader<Asked> asked() {
        var actions = new ActionColumns();
        return row -> new Asked(
                row.getLong("id"),
                row.getLong("policy_id"),
                row.getLong("message_id"),
                actions.action(row.getString("action"), row.getString("params")),
                Stratum.valueOf(row.getString("stratum").toUpperCase(Locale.ROOT)),
                Statements.instant(row, "asked_at"));
    }

    @Override
    public Optional<Long> answer(long questionId, Optional<Boolean> wanted, Instant at) {
        sql.update(
                "update recall_question set wanted = cast(? as boolean), answered_at = cast(? as timestamp with time zone)"
                        + " where id = ? and user_id = ?",
                wanted.orElse(null),
                wanted.isPresent() ? at : null,
                questionId,
                user);
        return sql.first(
                "select policy_id from recall_question where id = ? and user_id = ?",
                row -> row.getLong(1),
                questionId,
                user);
    }

    @Override
    public Optional<Instant> lastDraw() {
        return sql.first(
                        "select max(drawn_at) as drawn_at from recall_frame where user_id = ?",
                        row -> Statements.optionalInstant(row, "drawn_at"),
                        user)
                .flatMap(drawn -> drawn);
    }

    @Override
    public void store(Draw draw, Instant at) {
        sql.update("delete from recall_frame where user_id = ?", user);
        sql.batch(
                "insert into recall_frame (user_id, policy_id, stratum, mails, drawn_at) values (?, ?, ?, ?, ?)",
                draw.frames().entrySet(),
                (to, frame) -> to.add(user)
                        .add(frame.getKey().policyId())
                        .add(name(frame.getKey().stratum()))
                        .add(frame.getValue())
                        .add(at));
        sql.update("update recall_question set counted_in = null where user_id = ?", user);
        if (!draw.counted().isEmpty()) {
            sql.update("update recall_question set counted_in = stratum where id = any(?)", draw.counted());
        }
        var actions = new ActionColumns();
        sql.batch(
                "insert into recall_question (user_id, policy_id, message_id, action, params, stratum, counted_in, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                draw.questions(),
                (to, question) -> to.add(user)
                        .add(question.policyId())
                        .add(question.messageId())
                        .add(question.action().id())
                        .add(actions.params(question.action()))
                        .add(name(question.stratum()))
                        .add(name(question.stratum()))
                        .add(at));
    }

    private static String name(Stratum stratum) {
        return stratum.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public LongPredicate proposed(Action action) {
        var mails = new BitSet();
        sql.list(
                "select message_id from proposal where user_id = ? and action = ? and params_key = ?",
                row -> {
                    mails.set(Math.toIntExact(row.getLong(1)));
                    return true;
                },
                user,
                action.id(),
                new ActionColumns().key(action));
        return mail -> mails.get(Math.toIntExact(mail));
    }

    @Override
    public Map<Long, Collection<Long>> handledByHand() {
        var handled = new HashMap<Long, Collection<Long>>();
        sql.list(
                "select policy_id, message_id from by_hand where user_id = ? and policy_id is not null and undone_at is null",
                row -> handled.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                        .add(row.getLong(2)),
                user);
        return handled;
    }

    @Override
    public void recountReach() {
        reach.recount();
    }

    @Override
    public void putMissed(Map<Long, Double> missed, Instant at) {
        var without = sql.list(
                "select policy_id from policy_stats where user_id = ? and missed is not null",
                row -> row.getLong(1),
                user);
        without.removeAll(missed.keySet());
        var changed = new HashMap<Long, Optional<Double>>();
        without.forEach(policy -> changed.put(policy, Optional.empty()));
        missed.forEach((policy, number) -> changed.put(policy, Optional.of(number)));
        put(changed, at);
    }

    @Override
    public void putMissed(long policyId, Optional<Double> missed, Instant at) {
        put(Map.of(policyId, missed), at);
    }

    private void put(Map<Long, Optional<Double>> missed, Instant at) {
        sql.batch(
                PUT,
                missed.entrySet(),
                (to, entry) -> to.add(entry.getKey())
                        .add(user)
                        .add(entry.getValue().orElse(null))
                        .add(at));
        PolicyRates.refresh(sql, user, Set.copyOf(missed.keySet()));
    }
}
