package io.countersign.approval.jdbc;

import io.countersign.approval.BatchSummary;
import io.countersign.approval.DecisionRepository;
import io.countersign.approval.SenderHistory;
import io.countersign.approval.Step;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Batches and decisions in H2 or PostgreSQL. */
public final class JdbcDecisionRepository implements DecisionRepository {
    private static final int MAX_SENDER = 1000;

    private final Statements sql;
    private final String user;

    public JdbcDecisionRepository(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public void lock() {
        var locked = sql.first("select user_id from ledger where user_id = ? for update", row -> true, user);
        if (locked.isEmpty()) {
            sql.update("insert into ledger (user_id) values (?) on conflict do nothing", user);
            sql.first("select user_id from ledger where user_id = ? for update", row -> true, user);
        }
    }

    @Override
    public long open(Instant at, boolean approve, Map<String, Integer> byAction) {
        return open(at, approve, byAction, false);
    }

    @Override
    public long openByHand(Instant at, Map<String, Integer> byAction) {
        return open(at, true, byAction, true);
    }

    private long open(Instant at, boolean approve, Map<String, Integer> byAction, boolean byHand) {
        return sql.insert(
                "insert into batch (user_id, decided_at, approve, by_action, failed, carried_out, by_hand)"
                        + " values (?, ?, ?, ?, 0, ?, ?)",
                user,
                at,
                approve,
                lines(byAction),
                !approve || byHand,
                byHand);
    }

    @Override
    public void add(long batch, boolean approve, Instant at, List<Decision> decisions) {
        sql.batch(
                "insert into decision (batch_id, proposal_id, user_id, decided_at, approve, policy_id, policy_version,"
                        + " message_id, action, sender, confidence, features) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decisions,
                (to, one) -> to.add(batch)
                        .add(one.proposalId())
                        .add(user)
                        .add(at)
                        .add(approve)
                        .add(one.policyId())
                        .add(one.policyVersion())
                        .add(one.messageId())
                        .add(one.action())
                        .add(sender(one.sender()))
                        .add(one.confidence())
                        .add(String.join("\n", one.features())));
    }

    @Override
    public List<Decision> standing(long batch) {
        return sql.list(
                "select * from decision where batch_id = ? and user_id = ? and undone_at is null order by proposal_id",
                row -> new Decision(
                        row.getLong("proposal_id"),
                        row.getLong("message_id"),
                        row.getLong("policy_id"),
                        row.getInt("policy_version"),
                        row.getString("action"),
                        row.getString("sender"),
                        row.getDouble("confidence"),
                        Arrays.stream(row.getString("features").split("\n"))
                                .filter(feature -> !feature.isEmpty())
                                .toList()),
                batch,
                user);
    }

    @Override
    public Optional<Long> newestUndoable() {
        return sql.first(
                "select id from batch where user_id = ? and undone_at is null and taken_back is null order by id desc limit 1",
                row -> row.getLong(1),
                user);
    }

    @Override
    public Optional<Opened> find(long batch) {
        return sql.first(
                "select decided_at, approve, by_hand, acting_policy_id is not null as automatic from batch"
                        + " where id = ? and user_id = ?",
                row -> new Opened(
                        Statements.instant(row, "decided_at"),
                        row.getBoolean("approve"),
                        row.getBoolean("by_hand"),
                        row.getBoolean("automatic")),
                batch,
                user);
    }

    @Override
    public void undo(long batch, Collection<Long> proposalIds, Instant at) {
        sql.batch(
                "update decision set undone_at = ? where batch_id = ? and proposal_id = ?",
                proposalIds,
                (to, proposal) -> to.add(at).add(batch).add(proposal));
        sql.update("update batch set undone_at = ?, carried_out = true where id = ?", at, batch);
    }

    @Override
    public void failed(long batch, int more) {
        sql.update("update batch set failed = failed + ? where id = ?", more, batch);
    }

    @Override
    public void carriedOut(long batch) {
        sql.update("update batch set carried_out = true where id = ?", batch);
    }

    @Override
    public List<Long> unfinished() {
        return sql.list(
                "select id from batch where user_id = ? and not carried_out order by id", row -> row.getLong(1), user);
    }

    @Override
    public List<BatchSummary> batches(int limit) {
        return sql.list(
                "select * from batch where user_id = ? order by id desc limit ?",
                row -> new BatchSummary(
                        row.getLong("id"),
                        Statements.instant(row, "decided_at"),
                        user,
                        row.getBoolean("approve"),
                        byAction(row.getString("by_action")),
                        row.getInt("failed"),
                        Statements.optionalInstant(row, "undone_at"),
                        Optional.ofNullable(row.getString("acting_policy_name"))),
                user,
                limit);
    }

    @Override
    public List<Step> steps(Instant since) {
        var sizes = new HashMap<String, Integer>();
        return sql.list(
                "select decided_at, undone_at, by_action from batch where user_id = ? and (decided_at >= ? or undone_at >= ?)",
                row -> new Step(
                        Statements.instant(row, "decided_at"),
                        sizes.computeIfAbsent(row.getString("by_action"), JdbcDecisionRepository::size),
                        Statements.optionalInstant(row, "undone_at")),
                user,
                since,
                since);
    }

    private static int size(String lines) {
        return byAction(lines).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counts as the column {@code by_action}. */
    static String lines(Map<String, Integer> byAction) {
        return new TreeMap<>(byAction)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static Map<String, Integer> byAction(String lines) {
        return lines.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    }

    @Override
    public SenderHistory history(String senderAddress) {
        return sql.first(
                        "select count(*) filter (where undone_at is null and approve) as approved,"
                                + " count(*) filter (where undone_at is null and not approve) as rejected,"
                                + " count(undone_at) as undone from decision where sender = ? and user_id = ?",
                        row -> new SenderHistory(
                                row.getLong("approved"), row.getLong("rejected"), row.getLong("undone")),
                        sender(senderAddress),
                        user)
                .orElseThrow();
    }

    static String sender(String address) {
        return Statements.fit(address.toLowerCase(Locale.ROOT), MAX_SENDER);
    }
}
