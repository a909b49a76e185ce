package io.countersign.insight.jdbc;

import io.countersign.insight.Behind;
import io.countersign.insight.BehindMails;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The mails behind the numbers, in H2 or PostgreSQL. */
public final class JdbcBehindMails implements BehindMails {
    private static final Duration FIRST_LOOK = Duration.ofDays(7);

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
            case Behind.Fired(long policy) -> fired(user, policy, from, limit);
            case Behind.Decided(long policy, boolean approved) ->
                decided(
                        approved ? "policy_id = ? and approve" : "policy_id = ? and not approve",
                        user,
                        from,
                        limit,
                        policy);
            case Behind.Pending(long policy) -> pending(user, policy, limit);
            case Behind.Week(long policy, var monday) ->
                decided(
                        "policy_id = ? and decided_at < ?",
                        user,
                        monday.atStartOfDay(zone).toInstant(),
                        limit,
                        policy,
                        monday.plusWeeks(1).atStartOfDay(zone).toInstant());
            case Behind.Missed(long policy) -> missed(user, policy, from, limit);
            case Behind.Confidence(double low, double high) ->
                decided("confidence >= ? and confidence < ?", user, from, limit, low, high >= 1 ? 2.0 : high);
            case Behind.Feature(var feature) ->
                decided(
                        "exists (select 1 from decision_feature f where f.user_id = ? and f.feature = ?"
                                + " and f.batch_id = decision.batch_id)"
                                + " and position(? in chr(10) || features || chr(10)) > 0",
                        user,
                        from,
                        limit,
                        user,
                        feature,
                        "\n" + feature + "\n");
        };
    }

    /** Looks ever further back until there are enough: a whole log is not sorted for its newest rows. */
    private List<Long> decided(String condition, String user, Instant from, int limit, Object... arguments) {
        var found = new LinkedHashSet<Long>();
        var to = sql.first(
                        "select max(decided_at) as newest from decision where user_id = ?",
                        row -> Statements.optionalInstant(row, "newest"),
                        user)
                .flatMap(newest -> newest)
                .map(newest -> newest.plusMillis(1))
                .orElse(from);
        for (var span = FIRST_LOOK; found.size() < limit && to.isAfter(from); span = span.multipliedBy(4)) {
            var start = to.minus(span).isBefore(from) ? from : to.minus(span);
            var all = Stream.of(Stream.of(user, start, to), Stream.of(arguments), Stream.of(limit))
                    .flatMap(part -> part)
                    .toArray();
            found.addAll(sql.list(
                    "select message_id from decision where user_id = ? and undone_at is null and decided_at >= ?"
                            + " and decided_at < ? and " + condition
                            + " order by decided_at desc, proposal_id desc limit ?",
                    row -> row.getLong(1),
                    all));
            to = start;
        }
        return found.stream().limit(limit).toList();
    }

    private List<Long> fired(String user, long policy, Instant from, int limit) {
        return sql.list(
                "select message_id from proposal where policy_id = ? and user_id = ? and created_at >= ?"
                        + " order by id desc limit ?",
                row -> row.getLong(1),
                policy,
                user,
                from,
                limit);
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
}
