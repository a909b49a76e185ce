package io.countersign.search.jdbc;

import io.countersign.search.SavedSearches;
import io.countersign.search.SearchDesk.SavedSearch;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.text.TextFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Saved searches of one person in H2 or PostgreSQL. */
public final class JdbcSavedSearches implements SavedSearches {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_QUERY = 2000;

    private final Statements sql;
    private final String user;

    public JdbcSavedSearches(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public List<SavedSearch> all() {
        return sql.list(
                "select id, name, query, search_mode from saved_search where user_id = ? order by id",
                JdbcSavedSearches::read,
                user);
    }

    private static SavedSearch read(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Mode.valueOf(row.getString(4).toUpperCase(Locale.ROOT)));
    }

    @Override
    public SavedSearch save(String name, String query, Mode mode) {
        var kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw new CountersignException.Invalid("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (query.length() > LONGEST_QUERY) {
            throw new CountersignException.Invalid(
                    "query", "A saved search has at most " + LONGEST_QUERY + " characters.");
        }
        return sql.inTransaction(() -> replaceOrInsert(kept, Statements.fit(query, LONGEST_QUERY), mode));
    }

    private SavedSearch replaceOrInsert(String name, String query, Mode mode) {
        var key = Statements.fit(TextFold.fold(name), 2 * LONGEST_NAME);
        var stored = mode.name().toLowerCase(Locale.ROOT);
        int replaced = sql.update(
                "update saved_search set name = ?, query = ?, search_mode = ? where user_id = ? and name_key = ?",
                name,
                query,
                stored,
                user,
                key);
        if (replaced == 0) {
            sql.update(
                    "insert into saved_search (user_id, name, name_key, query, search_mode) values (?, ?, ?, ?, ?)",
                    user,
                    name,
                    key,
                    query,
                    stored);
        }
        return sql.first(
                        "select id, name, query, search_mode from saved_search where user_id = ? and name_key = ?",
                        JdbcSavedSearches::read,
                        user,
                        key)
                .orElseThrow();
    }

    @Override
    public void remove(long id) {
        sql.update("delete from saved_search where user_id = ? and id = ?", user, id);
    }
}
