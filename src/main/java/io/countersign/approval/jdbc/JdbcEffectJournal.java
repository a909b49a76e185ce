package io.countersign.approval.jdbc;

import io.countersign.approval.Counted;
import io.countersign.approval.Decidable;
import io.countersign.approval.EffectJournal;
import io.countersign.approval.execution.StateChange;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The journal in H2 or PostgreSQL. */
public final class JdbcEffectJournal implements EffectJournal {
    private static final int MAX_STATE = 1000;
    private final Statements sql;
    private final Totals totals;

    public JdbcEffectJournal(Database database) {
        this.sql = new Statements(database);
        this.totals = new Totals(database);
    }

    @Override
    public void plan(long batch, List<Decidable> approved, Instant now) {
        sql.batch(
                "insert into effect (batch_id, proposal_id, message_id, state, planned_at) values (?, ?, ?, 'intent', ?)",
                approved,
                (to, one) -> to.add(batch).add(one.id()).add(one.messageId()).add(now));
    }

    @Override
    public List<Intent> intents(long batch) {
        var actions = new ActionColumns();
        return sql.list(
                "select e.id, e.proposal_id, e.message_id, p.policy_id, p.action, p.params from effect e"
                        + " join proposal p on p.id = e.proposal_id where e.batch_id = ? and e.state = 'intent' order by e.id",
                row -> new Intent(
                        row.getLong("id"),
                        row.getLong("proposal_id"),
                        row.getLong("message_id"),
                        row.getLong("policy_id"),
                        actions.action(row.getString("action"), row.getString("params"))),
                batch);
    }

    @Override
    public int claim(List<Intent> intents, Instant now) {
        var ids = intents.stream().map(Intent::id).toList();
        return sql.update(
                "update effect set state = 'done', done_at = ? where id = any(?) and state = 'intent'", now, ids);
    }

    @Override
    public void done(List<Result> results) {
        var failed = results.stream().filter(Result::failed).map(Result::id).toList();
        if (!failed.isEmpty()) {
            sql.update("update effect set state = 'failed' where id = any(?)", failed);
            countFailures(failed);
        }
        sql.batch(
                "update effect set field = ?, before_state = ?, after_state = ? where id = ?",
                results.stream().filter(result -> result.change().isPresent()).toList(),
                (to, result) -> {
                    var change = result.change().orElseThrow();
                    to.add(change.field())
                            .add(Statements.fit(change.before(), MAX_STATE))
                            .add(Statements.fit(change.after(), MAX_STATE))
                            .add(result.id());
                });
    }

    private void countFailures(List<Long> effects) {
        record Failed(String user, String action) {}
        sql
                .list(
                        "select p.user_id, p.action from effect e join proposal p on p.id = e.proposal_id where e.id = any(?)",
                        row -> new Failed(row.getString(1), row.getString(2)),
                        effects)
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((failed, times) ->
                        totals.add(failed.user(), Counted.EXECUTION_FAILURES, Map.of(failed.action(), times)));
    }

    @Override
    public void record(long batch, Map<Long, StateChange> changeByMessage, Instant now) {
        sql.batch(
                "insert into effect (batch_id, proposal_id, message_id, state, planned_at, done_at, field, before_state,"
                        + " after_state) values (?, ?, ?, 'done', ?, ?, ?, ?, ?)",
                changeByMessage.entrySet(),
                (to, entry) -> {
                    var change = entry.getValue();
                    to.add(batch)
                            .add(-entry.getKey())
                            .add(entry.getKey())
                            .add(now)
                            .add(now);
                    to.add(change.field())
                            .add(Statements.fit(change.before(), MAX_STATE))
                            .add(Statements.fit(change.after(), MAX_STATE));
                });
    }

    @Override
    public List<Entry> ofBatch(long batch) {
        return sql.list(
                "select * from effect where batch_id = ? and state <> 'undone' order by id",
                JdbcEffectJournal::entry,
                batch);
    }

    @Override
    public List<Entry> standingOn(Collection<Long> messageIds) {
        return sql.list(
                "select * from effect where message_id = any(?) and state = 'done' and field is not null order by id",
                JdbcEffectJournal::entry,
                messageIds);
    }

    @Override
    public void undone(Collection<Long> effectIds) {
        if (!effectIds.isEmpty()) {
            sql.update("update effect set state = 'undone' where id = any(?)", effectIds);
        }
    }

    @Override
    public void rebase(Collection<Entry> effects) {
        sql.batch(
                "update effect set before_state = ? where id = ?",
                effects,
                (to, effect) -> to.add(effect.change().orElseThrow().before()).add(effect.id()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var field = row.getString("field");
        return new Entry(
                row.getLong("id"),
                row.getLong("proposal_id"),
                row.getLong("message_id"),
                field == null
                        ? Optional.empty()
                        : Optional.of(
                                new StateChange(field, row.getString("before_state"), row.getString("after_state"))));
    }
}
