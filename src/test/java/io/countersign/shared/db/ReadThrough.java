package io.countersign.shared.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads every row of every table and asks every index for the same: what a broken file cannot pass. */
final class ReadThrough {
    private final Connection connection;
    private final Map<String, Sum> sums = new HashMap<>();

    private ReadThrough(Connection connection) {
        this.connection = connection;
    }

    /** Returns how many rows there are; fails where a table and one of its indexes disagree. */
    static long of(Database database) {
        return database.withConnection("read", connection -> new ReadThrough(connection).run());
    }

    private record Index(String table, String name, String column) {}

    private long run() throws SQLException {
        long rows = 0;
        for (var table : names("select table_name from information_schema.tables where table_schema = 'public'")) {
            rows += readAll(table);
        }
        for (var index : indexes()) {
            compare(index);
        }
        return rows;
    }

    private List<String> names(String sql) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private List<Index> indexes() throws SQLException {
        var indexes = new ArrayList<Index>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select table_name, index_name, column_name from"
                        + " information_schema.index_columns where table_schema = 'public' and ordinal_position = 1")) {
            while (found.next()) {
                indexes.add(new Index(found.getString(1), found.getString(2), found.getString(3)));
            }
        }
        return indexes;
    }

    /** All columns: H2 would read an index instead where one column is asked for. */
    private long readAll(String table) throws SQLException {
        long rows = 0;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select * from \"" + table + '"')) {
            var columns = found.getMetaData();
            while (found.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    sums.computeIfAbsent(table + '.' + columns.getColumnName(i), _ -> new Sum())
                            .add(found.getObject(i));
                }
                rows++;
            }
        }
        return rows;
    }

    /** With a bound and the hint, H2 reads the index. */
    private void compare(Index index) throws SQLException {
        var column = '"' + index.column() + '"';
        var sql = "select " + column + " from \"" + index.table() + "\" use index (\"" + index.name() + "\") where "
                + column + " >= (select min(" + column + ") from \"" + index.table() + "\")";
        var byIndex = new Sum();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                byIndex.add(rows.getObject(1));
            }
        }
        var byTable = sums.getOrDefault(index.table() + '.' + index.column(), new Sum());
        assertThat(byIndex.count).as("rows of %s", index).isEqualTo(byTable.count);
        assertThat(byIndex.hashes).as("values of %s", index).isEqualTo(byTable.hashes);
    }

    private static final class Sum {
        private long count;
        private long hashes;

        void add(@Nullable Object value) {
            if (value != null) {
                count++;
                hashes += value.hashCode();
            }
        }
    }
}
