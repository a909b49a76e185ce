package io.countersign.insight.jdbc;

import io.countersign.insight.Behind;
import io.countersign.insight.BehindMails;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The mails behind the numbers, in H2 or PostgreSQL. */
public final class JdbcBehindMails implements BehindMails {
    private static final String DECIDED = "select message_id from decision where user_id = ? and undone_at is null"
            + " and decided_at >= ? and %s order by decided_at desc, proposal_id desc limit ?";

    private final Statements sql;
    private final ZoneId zone;

    /** @param zone the person's, in which a week begins */
    public JdbcBehindMails(Database database, ZoneId zone) {
        this.sql = new Statements(database);
        this.zone = zone;
    }

    @Override
    public List<Long> ids(String user, Behind behind, Instant from, int limit) {
        return switch (behind) {
            case Behind.Fired(long policy) ->
                Stream.concat(
                                pending(user, policy, limit).stream(),
                                decided("policy_id = ?", user, from, policy, limit).stream())
                        .distinct()
                        .limit(limit)
                        .toList();
            case Behind.Decided(long policy, boolean approved) ->
                decided(
                        approved ? "policy_id = ? and approve" : "policy_id = ? and not approve",
                        user,
                        from,
                        policy,
                        limit);
            case Behind.Pending(long policy) -> pending(user, policy, limit);
            case Behind.Week(long policy, var monday) ->
                decided(
                        "policy_id = ? and decided_at < ?",
                        user,
                        monday.atStartOfDay(zone).toInstant(),
                        policy,
                        monday.plusWeeks(1).atStartOfDay(zone).toInstant(),
                        limit);
            case Behind.Missed(long policy) -> missed(user, policy, from, limit);
            case Behind.Confidence(double low, double high) ->
                decided("confidence >= ? and confidence < ?", user, from, low, high >= 1 ? 2.0 : high, limit);
            case Behind.Feature(var feature) -> decidedWith(user, feature, from, limit);
        };
    }

    private List<Long> decided(String condition, String user, Instant from, Object... arguments) {
        var all = Stream.concat(Stream.of(user, from), Stream.of(arguments)).toArray();
        return sql.list(DECIDED.formatted(condition), row -> row.getLong(1), all).stream()
                .distinct()
                .toList();
    }

    private List<Long> pending(String user, long policy, int limit) {
        return sql.list(
                "select message_id from proposal where user_id = ? and status = 'pending' and policy_id = ?"
                        + " order by id desc limit ?",
                row -> row.getLong(1),
                user,
                policy,
                limit);
    }

    private List<Long> missed(String user, long policy, Instant from, int limit) {
        return sql
                .list(
                        "select message_id, done_at from by_hand where user_id = ? and policy_id = ? and undone_at is null"
                                + " and done_at >= ? union select message_id, answered_at from recall_question"
                                + " where user_id = ? and policy_id = ? and wanted and answered_at >= ?"
                                + " order by 2 desc, 1 desc limit ?",
                        row -> row.getLong(1),
                        user,
                        policy,
                        from,
                        user,
                        policy,
                        from,
                        limit)
                .stream()
                .distinct()
                .toList();
    }

    private List<Long> decidedWith(String user, String feature, Instant from, int limit) {
        return decided(
                "batch_id in (select batch_id from decision_feature where user_id = ? and feature = ?)"
                        + " and position(? in chr(10) || features || chr(10)) > 0",
                user,
                from,
                user,
                feature,
                "\n" + feature + "\n",
                limit);
    }
}
