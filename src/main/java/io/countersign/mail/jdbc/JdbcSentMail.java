package io.countersign.mail.jdbc;

import io.countersign.mail.SentFolders;
import io.countersign.mail.SentMail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sent mail in H2 or PostgreSQL. Asks by folder and account, of which there are few, so that other mail is not read. */
public final class JdbcSentMail implements SentMail {
    private final Statements sql;

    public JdbcSentMail(Database database) {
        this.sql = new Statements(database);
    }

    @Override
    public Set<String> recipients() {
        var found = new HashSet<String>();
        texts("select distinct folder from message").stream()
                .filter(SentFolders::isSent)
                .forEach(folder -> add(texts("select recipients from message where folder = ?", folder), found));
        texts("select distinct account from message").stream()
                .filter(account -> account.indexOf('@') > 0)
                .forEach(account -> add(
                        texts(
                                "select recipients from message where account = ? and lower(from_email) = lower(account)",
                                account),
                        found));
        found.remove("");
        return found;
    }

    private List<String> texts(String query, Object... arguments) {
        return sql.list(query, row -> row.getString(1), arguments);
    }

    private static void add(List<String> recipients, Set<String> found) {
        recipients.stream()
                .flatMap(text -> RowText.addresses(text).stream())
                .forEach(to -> found.add(to.email().toLowerCase(Locale.ROOT)));
    }
}
