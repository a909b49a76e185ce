package io.countersign.approval.jdbc;

import io.countersign.approval.SourceHistory;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code import_source}, by a digest of each path, in H2 or PostgreSQL. */
public final class JdbcSourceHistory implements SourceHistory {
    private final Database database;
    private final Statements sql;
    private final String user;

    public JdbcSourceHistory(Database database, String user) {
        this.database = database;
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public boolean knows(List<Path> paths) {
        return paths.stream().allMatch(this::isKnown);
    }

    private boolean isKnown(Path path) {
        return sql.number("select count(*) from import_source where user_id = ? and path_key = ?", user, key(path)) > 0;
    }

    @Override
    public void remember(List<Path> paths, Instant at) {
        paths.stream()
                .distinct()
                .filter(path -> !isKnown(path))
                .forEach(path -> sql.update(
                        "insert into import_source (user_id, path_key, imported_at) values (?, ?, ?) on conflict do nothing",
                        user,
                        key(path),
                        at));
    }

    private static String key(Path path) {
        var text = path.toAbsolutePath().normalize().toString();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public Map<UUID, Long> ids(Collection<UUID> identities) {
        return database.withConnection("look mail up", connection -> {
            var ids = new HashMap<UUID, Long>();
            try (var statement =
                    connection.prepareStatement("select identity, id from message where identity = any(?)")) {
                statement.setArray(1, connection.createArrayOf("uuid", identities.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.put(rows.getObject(1, UUID.class), rows.getLong(2));
                    }
                }
            }
            return ids;
        });
    }
}
