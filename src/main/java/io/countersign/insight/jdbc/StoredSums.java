package io.countersign.insight.jdbc;

import io.countersign.shared.db.Statements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sums as they are stored; only what differs is written. */
final class StoredSums {
    private final Statements sql;

    StoredSums(Statements sql) {
        this.sql = sql;
    }

    record PolicyOn(LocalDate day, long policyId) {}

    record TenthOn(LocalDate day, int tenth) {}

    record Counts(int fired, int approved, int rejected) {
        boolean isNothing() {
            return fired == 0 && approved == 0 && rejected == 0;
        }

        Counts plus(Counts other) {
            return new Counts(fired + other.fired, approved + other.approved, rejected + other.rejected);
        }
    }

    record Confidence(int decided, int approved, long millionths) {
        Confidence plus(Confidence other) {
            return new Confidence(decided + other.decided, approved + other.approved, millionths + other.millionths);
        }
    }

    record Counter(long policyId, int fired, int approved, int rejected) {
        static Counter of(long policyId, Counts counts) {
            return new Counter(policyId, counts.fired(), counts.approved(), counts.rejected());
        }

        Counter plus(Counter other) {
            return new Counter(policyId, fired + other.fired, approved + other.approved, rejected + other.rejected);
        }

        boolean isEmpty() {
            return fired == 0 && approved == 0 && rejected == 0;
        }
    }

    /** Returns how many rows were wrong. */
    int replaceDays(String user, Map<PolicyOn, Counts> right) {
        var stored = new HashMap<PolicyOn, Counts>();
        sql.list(
                "select on_day, policy_id, fired, approved, rejected from policy_day where user_id = ?",
                row -> stored.put(
                                new PolicyOn(row.getObject(1, LocalDate.class), row.getLong(2)),
                                new Counts(row.getInt(3), row.getInt(4), row.getInt(5)))
                        == null,
                user);
        stored.values().removeIf(Counts::isNothing);
        var wrong = wrong(stored, right);
        sql.update("delete from policy_day where user_id = ? and fired = 0 and approved = 0 and rejected = 0", user);
        sql.batch(
                "delete from policy_day where user_id = ? and on_day = ? and policy_id = ?",
                wrong,
                (to, on) -> to.add(user).add(on.day()).add(on.policyId()));
        sql.batch(
                "insert into policy_day (user_id, on_day, policy_id, fired, approved, rejected) values (?, ?, ?, ?, ?, ?)",
                wrong.stream().filter(right::containsKey).toList(),
                (to, on) -> {
                    var counts = Objects.requireNonNull(right.get(on));
                    to.add(user).add(on.day()).add(on.policyId()).add(counts.fired());
                    to.add(counts.approved()).add(counts.rejected());
                });
        return wrong.size();
    }

    /** Returns how many rows were wrong. */
    int replaceConfidences(String user, Map<TenthOn, Confidence> right) {
        var stored = new HashMap<TenthOn, Confidence>();
        sql.list(
                "select on_day, tenth, decided, approved, millionths from confidence_day where user_id = ?",
                row -> stored.put(
                                new TenthOn(row.getObject(1, LocalDate.class), row.getInt(2)),
                                new Confidence(row.getInt(3), row.getInt(4), row.getLong(5)))
                        == null,
                user);
        var wrong = wrong(stored, right);
        sql.batch(
                "delete from confidence_day where user_id = ? and on_day = ? and tenth = ?",
                wrong,
                (to, on) -> to.add(user).add(on.day()).add(on.tenth()));
        sql.batch(
                "insert into confidence_day (user_id, on_day, tenth, decided, approved, millionths) values (?, ?, ?, ?, ?, ?)",
                wrong.stream().filter(right::containsKey).toList(),
                (to, on) -> {
                    var sum = Objects.requireNonNull(right.get(on));
                    to.add(user).add(on.day()).add(on.tenth()).add(sum.decided());
                    to.add(sum.approved()).add(sum.millionths());
                });
        return wrong.size();
    }

    private static <K, V> List<K> wrong(Map<K, V> stored, Map<K, V> right) {
        var wrong = new ArrayList<K>();
        right.forEach((key, value) -> {
            if (!value.equals(stored.get(key))) {
                wrong.add(key);
            }
        });
        stored.keySet().stream().filter(key -> !right.containsKey(key)).forEach(wrong::add);
        return wrong;
    }
}
