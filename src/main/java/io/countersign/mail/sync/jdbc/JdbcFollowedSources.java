package io.countersign.mail.sync.jdbc;

import io.countersign.mail.sync.FollowedSource;
import io.countersign.mail.sync.FollowedSources;
import io.countersign.mail.sync.ReadMark;
import io.countersign.mail.sync.SourceKind;
import io.countersign.mail.sync.Trouble;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code followed_source} and {@code followed_source_mark} in H2 or PostgreSQL. */
public final class JdbcFollowedSources implements FollowedSources {
    private static final int PART = 1 << 19; // H2 takes a value of at most 1 MB into a row

    private final Database database;
    private final Statements sql;
    private final String user;

    public JdbcFollowedSources(Database database, String user) {
        this.database = database;
        this.sql = new Statements(database);
        this.user = user;
    }

    @SuppressWarnings("ArrayRecordComponent") // bound to a statement; compared nowhere
    private record Part(int number, byte[] content) {}

    @Override
    public List<FollowedSource> all() {
        return sql.list(
                "select path, kind, first_read_at, last_read_at, mails, trouble from followed_source where user_id = ?"
                        + " order by path",
                JdbcFollowedSources::source,
                user);
    }

    private static FollowedSource source(ResultSet row) throws SQLException {
        return new FollowedSource(
                Path.of(row.getString("path")),
                SourceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Statements.optionalInstant(row, "first_read_at"),
                Statements.optionalInstant(row, "last_read_at"),
                row.getLong("mails"),
                Optional.ofNullable(row.getString("trouble"))
                        .map(word -> Trouble.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Paths are too long for an index. */
    private static String key(Path path) {
        return UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void add(FollowedSource source) {
        sql.update(
                "insert into followed_source (user_id, path_key, path, kind, first_read_at, last_read_at, mails, trouble)"
                        + " values (?, ?, ?, ?, cast(? as timestamp with time zone), cast(? as timestamp with time zone), ?,"
                        + " cast(? as varchar(20))) on conflict do nothing",
                user,
                key(source.path()),
                source.path().toString(),
                word(source.kind()),
                source.firstRead().orElse(null),
                source.lastRead().orElse(null),
                source.mails(),
                trouble(source));
    }

    private static @Nullable String trouble(FollowedSource source) {
        return source.trouble().map(JdbcFollowedSources::word).orElse(null);
    }

    @Override
    public ReadMark mark(Path path) {
        var whole = new ByteArrayOutputStream();
        sql.list(
                        "select content from followed_source_mark where user_id = ? and path_key = ? order by part",
                        row -> row.getBytes(1),
                        user,
                        key(path))
                .forEach(whole::writeBytes);
        return ReadMark.of(whole.toByteArray());
    }

    @Override
    public void seen(Path path, Instant at) {
        sql.update(
                "update followed_source set last_read_at = ?, trouble = null where user_id = ? and path_key = ?",
                at,
                user,
                key(path));
    }

    @Override
    public OptionalLong begin(Path path) {
        var earlier = sql.first(
                "select unfinished_from from followed_source where user_id = ? and path_key = ?"
                        + " and unfinished_from is not null",
                row -> row.getLong(1),
                user,
                key(path));
        if (earlier.isPresent()) {
            return OptionalLong.of(earlier.get());
        }
        sql.update(
                "update followed_source set unfinished_from = (select coalesce(max(id), 0) + 1 from message)"
                        + " where user_id = ? and path_key = ?",
                user,
                key(path));
        return OptionalLong.empty();
    }

    @Override
    public void read(Path path, Instant at, ReadMark mark) {
        database.inTransaction(() -> {
            int followed = sql.update(
                    "update followed_source set first_read_at = coalesce(first_read_at, ?), last_read_at = ?, mails = ?,"
                            + " trouble = null, unfinished_from = null where user_id = ? and path_key = ?",
                    at,
                    at,
                    mark.mails(),
                    user,
                    key(path));
            if (followed > 0) {
                keep(path, mark);
            }
            return followed;
        });
    }

    private void keep(Path path, ReadMark mark) {
        sql.update("delete from followed_source_mark where user_id = ? and path_key = ?", user, key(path));
        var bytes = mark.bytes();
        var parts = new ArrayList<Part>();
        for (int from = 0; from < bytes.length; from += PART) {
            parts.add(new Part(parts.size(), Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART))));
        }
        sql.batch(
                "insert into followed_source_mark (user_id, path_key, part, content) values (?, ?, ?, ?)",
                parts,
                (to, part) -> to.add(user).add(key(path)).add(part.number()).add(part.content()));
    }

    @Override
    public void troubled(Path path, Trouble trouble) {
        sql.update(
                "update followed_source set trouble = ? where user_id = ? and path_key = ?",
                word(trouble),
                user,
                key(path));
    }

    @Override
    public Optional<Forgotten> remove(Path path) {
        return database.inTransaction(() -> {
            var source = all().stream()
                    .filter(followed -> followed.path().equals(path))
                    .findFirst();
            var forgotten = source.map(followed -> new Forgotten(followed, mark(path)));
            sql.update("delete from followed_source_mark where user_id = ? and path_key = ?", user, key(path));
            sql.update("delete from followed_source where user_id = ? and path_key = ?", user, key(path));
            return forgotten;
        });
    }

    @Override
    public void restore(Forgotten forgotten) {
        database.inTransaction(() -> {
            add(forgotten.source());
            keep(forgotten.source().path(), forgotten.mark());
            return forgotten;
        });
    }
}
