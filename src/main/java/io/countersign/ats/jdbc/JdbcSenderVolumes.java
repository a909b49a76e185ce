package io.countersign.ats.jdbc;

import io.countersign.ats.SenderVolumes;
import io.countersign.mail.Address;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.HashMap;
import java.util.Map;

/** Counts senders in H2 or PostgreSQL. */
public final class JdbcSenderVolumes implements SenderVolumes {
    private final Statements sql;

    public JdbcSenderVolumes(Database database) {
        this.sql = new Statements(database);
    }

    @Override
    public Map<String, Long> byDomain() {
        var volumes = new HashMap<String, Long>();
        sql.list("select from_email, count(*) from message group by from_email", row -> {
            var domain = new Address("", row.getString(1)).domain();
            return volumes.merge(domain, row.getLong(2), Long::sum);
        });
        return volumes;
    }
}
