package io.countersign.insight.jdbc;

import io.countersign.approval.Counted;
import io.countersign.insight.AllTimeCounts;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code counter_total} in H2 or PostgreSQL. */
public final class JdbcAllTimeCounts implements AllTimeCounts {
    private static final Map<String, Counted> BY_KEY =
            Stream.of(Counted.values()).collect(Collectors.toUnmodifiableMap(Counted::key, Function.identity()));

    private final Statements sql;
    private final String user;

    public JdbcAllTimeCounts(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public List<Count> all() {
        return sql
                .list(
                        "select name, label, total from counter_total where user_id = ? order by name, label",
                        row -> count(row.getString(1), row.getString(2), row.getLong(3)),
                        user)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for what a newer version of this program counts. */
    private static Optional<Count> count(String key, String label, long total) {
        return Optional.ofNullable(BY_KEY.get(key)).map(what -> new Count(what, label, total));
    }
}
