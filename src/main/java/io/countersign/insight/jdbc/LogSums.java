package io.countersign.insight.jdbc;

import io.countersign.approval.jdbc.Tenths;
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

/** Sums the logs up by day, a month at a time. Days are told apart here, by the same rules as when they were counted. */
final class LogSums {
    private static final Duration PART = Duration.ofDays(30);
    // Not grouped there: H2 takes three times as long for it.
    private static final String FIRINGS =
            "select fired_at, policy_id, fired from policy_firing where user_id = ? and fired_at >= ? and fired_at < ?";
    private static final String DECISIONS = "select decided_at, policy_id, approve, confidence from decision"
            + " where user_id = ? and decided_at >= ? and decided_at < ? and undone_at is null";

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
            var to = from.plus(PART);
            sql.list(FIRINGS, row -> fired(row, zone, counted), user, from, to);
            sql.list(DECISIONS, row -> decided(row, zone, counted), user, from, to);
            progress.report(Duration.between(first.get(), from).toDays(), total, "");
        }
        // What fired and was taken from the firings again leaves nothing to count.
        counted.days().values().removeIf(Counts::isNothing);
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

    private static boolean fired(ResultSet row, ZoneId zone, Counted counted) throws SQLException {
        var on = new PolicyOn(day(row, "fired_at", zone), row.getLong(2));
        counted.days().merge(on, new Counts(row.getInt(3), 0, 0), Counts::plus);
        return true;
    }

    private static boolean decided(ResultSet row, ZoneId zone, Counted counted) throws SQLException {
        var day = day(row, "decided_at", zone);
        int approved = row.getBoolean(3) ? 1 : 0;
        counted.days().merge(new PolicyOn(day, row.getLong(2)), new Counts(0, approved, 1 - approved), Counts::plus);
        double confidence = row.getDouble(4);
        if (!row.wasNull()) { // a proposal that was withdrawn before confidences were logged
            counted.confidences()
                    .merge(
                            new TenthOn(day, Tenths.tenth(confidence)),
                            new Confidence(1, approved, Tenths.millionths(confidence)),
                            Confidence::plus);
        }
        return true;
    }

    private static LocalDate day(ResultSet row, String column, ZoneId zone) throws SQLException {
        return Statements.instant(row, column).atZone(zone).toLocalDate();
    }
}
