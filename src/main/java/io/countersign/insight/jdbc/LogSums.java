package io.countersign.insight.jdbc;

import io.countersign.insight.jdbc.StoredSums.Confidence;
import io.countersign.insight.jdbc.StoredSums.Counter;
import io.countersign.insight.jdbc.StoredSums.Counts;
import io.countersign.insight.jdbc.StoredSums.PolicyOn;
import io.countersign.insight.jdbc.StoredSums.TenthOn;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums the logs up by day. The database groups by quarters of an hour, since every time zone is a whole number of these away from
 * UTC; their days are told apart here, by the same rules as when they were counted.
 */
final class LogSums {
    private static final long QUARTER = 900;
    private static final Duration PART = Duration.ofDays(30);
    private static final String FIRINGS = """
            select policy_id, cast(floor(extract(epoch from fired_at) / 900) as bigint) as quarter, sum(fired)
            from policy_firing where user_id = ? and fired_at >= ? and fired_at < ? group by policy_id, 2
            """;
    private static final String DECISIONS = """
            select policy_id, quarter, approve, least(9, millionths / 100000) as tenth, count(*), sum(millionths)
            from (select policy_id, cast(floor(extract(epoch from decided_at) / 900) as bigint) as quarter, approve,
                         cast(floor(confidence * 1000000 + 0.5) as bigint) as millionths
                  from decision where user_id = ? and decided_at >= ? and decided_at < ? and undone_at is null) d
            group by policy_id, quarter, approve, 4
            """;

    private final Statements sql;

    LogSums(Statements sql) {
        this.sql = sql;
    }

    /** What the logs say. */
    record Counted(Map<PolicyOn, Counts> days, Map<TenthOn, Confidence> confidences) {
        List<Counter> counters() {
            var counters = new HashMap<Long, Counter>();
            days.forEach(
                    (on, counts) -> counters.merge(on.policyId(), Counter.of(on.policyId(), counts), Counter::plus));
            return List.copyOf(counters.values());
        }

        List<Long> policies() {
            return days.keySet().stream().map(PolicyOn::policyId).distinct().toList();
        }
    }

    Counted count(String user, ZoneId zone, Progress progress) {
        var counted = new Counted(new HashMap<>(), new HashMap<>());
        var first = edge("min", user);
        var last = edge("max", user);
        if (first.isEmpty() || last.isEmpty()) {
            return counted;
        }
        long total = Duration.between(first.get(), last.get()).toDays();
        for (var from = first.get(); !from.isAfter(last.get()); from = from.plus(PART)) {
            progress.checkCancelled();
            count(user, zone, from, counted);
            progress.report(Duration.between(first.get(), from).toDays(), total, "");
        }
        return counted;
    }

    private Optional<Instant> edge(String function, String user) {
        return sql.first(
                        "select " + function + "(at) as edge from (select " + function
                                + "(fired_at) as at from policy_firing where user_id = ? union all select " + function
                                + "(decided_at) as at from decision where user_id = ?) e",
                        row -> Statements.optionalInstant(row, "edge"),
                        user,
                        user)
                .flatMap(edge -> edge);
    }

    private void count(String user, ZoneId zone, Instant from, Counted counted) {
        var to = from.plus(PART);
        sql.list(
                FIRINGS,
                row -> counted.days()
                        .merge(
                                new PolicyOn(day(row.getLong(2), zone), row.getLong(1)),
                                new Counts(row.getInt(3), 0, 0),
                                Counts::plus),
                user,
                from,
                to);
        sql.list(DECISIONS, row -> decided(row, zone, counted), user, from, to);
    }

    private static boolean decided(ResultSet row, ZoneId zone, Counted counted) throws SQLException {
        var day = day(row.getLong(2), zone);
        int count = row.getInt(5);
        int approved = row.getBoolean(3) ? count : 0;
        counted.days()
                .merge(new PolicyOn(day, row.getLong(1)), new Counts(0, approved, count - approved), Counts::plus);
        int tenth = row.getInt(4);
        if (!row.wasNull()) { // a decision of a proposal that was withdrawn before confidences were logged
            counted.confidences()
                    .merge(
                            new TenthOn(day, tenth),
                            new Confidence(count, approved, row.getLong(6)),
                            Confidence::plus);
        }
        return true;
    }

    private static LocalDate day(long quarter, ZoneId zone) {
        return Instant.ofEpochSecond(quarter * QUARTER).atZone(zone).toLocalDate();
    }
}
