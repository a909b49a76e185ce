package io.countersign.approval.jdbc;

import io.countersign.mail.Address;
import io.countersign.shared.db.Statements;
import java.util.HashMap;
import java.util.Map;

/**
 * The table {@code policy_reach}: of whom and what kind the mails are that each policy of one person proposed something for. Takes
 * part in the caller's transaction, which holds the lock of decisions.
 */
public final class PolicyReach {
    private static final String ADD = """
            merge into policy_reach t
            using (values (cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as integer)))
                  as s (user_id, policy_id, sender, category, mails)
            on t.user_id = s.user_id and t.policy_id = s.policy_id and t.sender = s.sender and t.category = s.category
            when matched then update set mails = t.mails + s.mails
            when not matched then insert (user_id, policy_id, sender, category, mails)
                values (s.user_id, s.policy_id, s.sender, s.category, s.mails)
            """;

    private final Statements sql;
    private final String user;

    public PolicyReach(Statements sql, String user) {
        this.sql = sql;
        this.user = user;
    }

    private record Key(long policyId, String domain, String category) {}

    /** Works everything out anew; what was proposed again by another policy is then told of that one. */
    public void recount() {
        long newest = newest();
        sql.update("delete from policy_reach where user_id = ?", user);
        sql.update("delete from policy_reach_mark where user_id = ?", user);
        add(0, newest);
        sql.update("insert into policy_reach_mark (user_id, proposal_id) values (?, ?)", user, newest);
    }

    /** Adds what was proposed since. */
    void catchUp() {
        var mark =
                sql.first("select proposal_id from policy_reach_mark where user_id = ?", row -> row.getLong(1), user);
        if (mark.isEmpty()) {
            recount();
            return;
        }
        long newest = newest();
        if (newest > mark.get()) {
            add(mark.get(), newest);
            sql.update("update policy_reach_mark set proposal_id = ? where user_id = ?", newest, user);
        }
    }

    private long newest() {
        return sql.number("select coalesce(max(id), 0) from proposal");
    }

    private void add(long after, long until) {
        var reached = new HashMap<Key, Integer>();
        sql.list(
                "select p.policy_id, m.from_email, m.category, count(*) from proposal p join message m on m.id = p.message_id"
                        + " where p.user_id = ? and p.id > ? and p.id <= ? group by p.policy_id, m.from_email, m.category",
                row -> reached.merge(
                        new Key(row.getLong(1), new Address("", row.getString(2)).domain(), row.getString(3)),
                        row.getInt(4),
                        Integer::sum),
                user,
                after,
                until);
        sql.batch(ADD, reached.entrySet(), this::bind);
    }

    private void bind(Statements.Arguments to, Map.Entry<Key, Integer> reached) throws java.sql.SQLException {
        var key = reached.getKey();
        to.add(user).add(key.policyId()).add(key.domain()).add(key.category()).add(reached.getValue());
    }
}
