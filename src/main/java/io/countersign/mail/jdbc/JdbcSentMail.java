package io.countersign.mail.jdbc;

import io.countersign.mail.SentFolders;
import io.countersign.mail.SentMail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Sent mail in H2 or PostgreSQL. */
public final class JdbcSentMail implements SentMail {
    private final Statements sql;

    public JdbcSentMail(Database database) {
        this.sql = new Statements(database);
    }

    @Override
    public Set<String> recipients() {
        var found = new HashSet<String>();
        sql.list(
                "select folder, recipients, lower(account) = lower(from_email) from message"
                        + " where lower(folder) like '%sent%' or lower(folder) like '%gesendet%'"
                        + " or (account like '%@%' and lower(account) = lower(from_email))",
                row -> {
                    if (row.getBoolean(3) || SentFolders.isSent(row.getString(1))) {
                        RowText.addresses(row.getString(2))
                                .forEach(to -> found.add(to.email().toLowerCase(Locale.ROOT)));
                    }
                    return true;
                });
        found.remove("");
        return found;
    }
}
