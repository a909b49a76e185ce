package io.countersign.classify.jdbc;

import io.countersign.classify.SenderHistory;
import io.countersign.mail.Category;
import io.countersign.shared.db.Database;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stored mail of each address was, as of the last {@link #refresh}; empty before the first. Thread-safe. */
public final class JdbcSenderHistory implements SenderHistory {
    /** Fewer mails than this say nothing about a sender. */
    private static final int ENOUGH = 4;

    /** A sender's category is usual when at least this share of the mail had it. */
    private static final double CLEAR = 0.8;

    private final Database database;
    private volatile Map<String, Category> usual = Map.of();

    public JdbcSenderHistory(Database database) {
        this.database = database;
    }

    /** Reads stored mail anew; blocking. Call between imports, so that one import sees one history. */
    public void refresh() {
        usual = database.with(handle -> handle
                .createQuery("""
                        select address, category from (
                            select lower(from_email) as address, category, count(*) as mails,
                                   sum(count(*)) over (partition by lower(from_email)) as total
                            from message where from_email <> '' group by lower(from_email), category
                        ) as counted
                        where total >= :enough and mails >= :clear * total
                        """)
                .bind("enough", ENOUGH)
                .bind("clear", CLEAR)
                .map((row, _) -> Map.entry(row.getString("address"), row.getString("category")))
                .stream()
                .flatMap(entry ->
                        Category.of(entry.getValue()).map(category -> Map.entry(entry.getKey(), category)).stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Optional<Category> usualCategory(String address) {
        return Optional.ofNullable(usual.get(address));
    }
}
