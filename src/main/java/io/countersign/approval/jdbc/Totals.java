package io.countersign.approval.jdbc;

import io.countersign.approval.Counted;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.Map;

/** Adds to the table {@code counter_total}, in the running transaction. */
final class Totals {
    private static final String ADD = """
            merge into counter_total t
            using (values (cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as bigint)))
                  as s (user_id, name, label, more)
            on t.user_id = s.user_id and t.name = s.name and t.label = s.label
            when matched then update set total = t.total + s.more
            when not matched then insert (user_id, name, label, total) values (s.user_id, s.name, s.label, s.more)
            """;

    private final Statements sql;

    Totals(Database database) {
        sql = new Statements(database);
    }

    /** So many more by label; what is not above 0 adds nothing. */
    void add(String user, Counted counted, Map<String, Long> moreByLabel) {
        sql.batch(
                ADD,
                moreByLabel.entrySet().stream()
                        .filter(more -> more.getValue() > 0)
                        .toList(),
                (to, more) -> to.add(user).add(counted.key()).add(more.getKey()).add(more.getValue()));
    }
}
