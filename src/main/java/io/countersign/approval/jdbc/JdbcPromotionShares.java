package io.countersign.approval.jdbc;

import io.countersign.approval.PromotionShares;
import io.countersign.mail.Category;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.HashMap;
import java.util.Map;

/** Counts stored mail in H2 or PostgreSQL. */
public final class JdbcPromotionShares implements PromotionShares {
    private final Statements sql;

    public JdbcPromotionShares(Database database) {
        this.sql = new Statements(database);
    }

    @Override
    public Map<String, Double> byDomain() {
        var shares = new HashMap<String, Double>();
        sql.list(
                "select lower(substring(from_email from position('@' in from_email) + 1)) as domain, count(*) as mails,"
                        + " count(*) filter (where category = ?) as promotions from message"
                        + " group by lower(substring(from_email from position('@' in from_email) + 1))"
                        + " having count(*) filter (where category = ?) > 0",
                row -> shares.put(row.getString("domain"), row.getDouble("promotions") / row.getDouble("mails")),
                Category.PROMOTION.id(),
                Category.PROMOTION.id());
        return shares;
    }
}
