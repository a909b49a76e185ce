package io.countersign.insight.recall.jdbc;

import io.countersign.mail.Address;
import io.countersign.shared.db.Statements;
import java.util.HashMap;
import java.util.Map;

/** Works out the table {@code policy_reach} anew. */
final class ReachRecount {
    private final Statements sql;
    private final String user;

    ReachRecount(Statements sql, String user) {
        this.sql = sql;
        this.user = user;
    }

    private record Key(long policyId, String domain, String category) {}

    void run() {
        var right = right();
        var stored = new HashMap<Key, Integer>();
        sql.list(
                "select policy_id, sender, category, mails from policy_reach where user_id = ?",
                row -> stored.put(new Key(row.getLong(1), row.getString(2), row.getString(3)), row.getInt(4)) == null,
                user);
        var gone = stored.keySet().stream()
                .filter(key -> !stored.get(key).equals(right.get(key)))
                .toList();
        sql.batch(
                "delete from policy_reach where user_id = ? and policy_id = ? and sender = ? and category = ?",
                gone,
                (to, key) -> to.add(user).add(key.policyId()).add(key.domain()).add(key.category()));
        sql.batch(
                "insert into policy_reach (user_id, policy_id, sender, category, mails) values (?, ?, ?, ?, ?)",
                right.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(stored.get(entry.getKey())))
                        .toList(),
                (to, entry) -> to.add(user)
                        .add(entry.getKey().policyId())
                        .add(entry.getKey().domain())
                        .add(entry.getKey().category())
                        .add(entry.getValue()));
    }

    private Map<Key, Integer> right() {
        var right = new HashMap<Key, Integer>();
        sql.list(
                "select p.policy_id, m.from_email, m.category, count(*) from proposal p join message m on m.id = p.message_id"
                        + " where p.user_id = ? group by p.policy_id, m.from_email, m.category",
                row -> right.merge(
                        new Key(row.getLong(1), new Address("", row.getString(2)).domain(), row.getString(3)),
                        row.getInt(4),
                        Integer::sum),
                user);
        return right;
    }
}
