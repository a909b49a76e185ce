package io.countersign.ats.jdbc;

import io.countersign.ats.WarehouseReader;
import io.countersign.ats.WarehouseRow;
import io.countersign.ats.warehouse.RowCollector;
import io.countersign.ats.warehouse.RowReading;
import io.countersign.ats.warehouse.StageWords;
import io.countersign.ats.warehouse.ViewColumn;
import io.countersign.ats.warehouse.ViewColumns;
import io.countersign.shared.CountersignException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the view {@code vw_applications_enriched} from a PostgreSQL or H2 database: only reading, and within
 * {@value #SECONDS} seconds a statement. User and password come from the environment and appear nowhere else.
 */
public final class JdbcWarehouseView implements WarehouseReader {
    /** Names the user. */
    public static final String USER = "COUNTERSIGN_WAREHOUSE_USER";

    /** Names the password. */
    public static final String PASSWORD = "COUNTERSIGN_WAREHOUSE_PASSWORD";

    private static final int SECONDS = 60;
    private static final int CONNECT_SECONDS = 10;
    private static final int FETCH = 1000;
    private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02", "42S04", "42S03", "3F000");

    private final Map<String, String> environment;
    private final Consumer<String> warnings;
    private final RowReading reading = new RowReading(StageWords.load());

    /**
     * Reads with the names of stages that are shipped.
     *
     * @param environment where user and password are looked up
     * @param warnings hears sentences about what was ignored
     */
    public JdbcWarehouseView(Map<String, String> environment, Consumer<String> warnings) {
        this.environment = Map.copyOf(environment);
        this.warnings = warnings;
    }

    @Override
    public List<WarehouseRow> read(String url) {
        var checked = new WarehouseUrl(url);
        try (var connection = connect(checked)) {
            return read(connection, checked.toString());
        } catch (SQLException e) {
            throw failure(checked.toString(), e);
        }
    }

    private Connection connect(WarehouseUrl url) throws SQLException {
        var settings = new Properties();
        Optional.ofNullable(environment.get(USER)).ifPresent(user -> settings.setProperty("user", user));
        Optional.ofNullable(environment.get(PASSWORD))
                .ifPresent(password -> settings.setProperty("password", password));
        if (!url.isH2()) {
            settings.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
            settings.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
            settings.setProperty("socketTimeout", Integer.toString(SECONDS + CONNECT_SECONDS));
        }
        try {
            var connection = DriverManager.getConnection(url.connectable(), settings);
            try {
                connection.setReadOnly(true);
                connection.setAutoCommit(false); // PostgreSQL streams rows only inside a transaction
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new CountersignException.Invalid(
                    url.toString(),
                    "The warehouse cannot be reached: " + reason(e) + ". Check that it runs, and " + USER + " and "
                            + PASSWORD + ".");
        }
    }

    private static CountersignException failure(String source, SQLException e) {
        if (e.getSQLState() != null && NO_SUCH_TABLE.contains(e.getSQLState())) {
            return new CountersignException.Invalid(
                    source, "It has no view " + ViewColumns.VIEW + " that this user may see. Nothing was imported.");
        }
        return new CountersignException.Invalid(
                source, "The view could not be read: " + reason(e) + ". Nothing was imported.");
    }

    /** The first line of what the driver says; none of the drivers repeats a password. */
    private static String reason(SQLException e) {
        var message = Optional.ofNullable(e.getMessage()).orElse("no reason given");
        var line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private List<WarehouseRow> read(Connection connection, String url) throws SQLException {
        var source = url + ", " + ViewColumns.VIEW;
        var headings = headings(connection);
        var columns = ViewColumns.find(source, headings);
        var rows = new RowCollector(source);
        try (var statement = connection.prepareStatement(select(columns, headings))) {
            statement.setQueryTimeout(SECONDS);
            statement.setFetchSize(FETCH);
            statement.setMaxRows(RowCollector.MOST_ROWS + 1);
            try (var lines = statement.executeQuery()) {
                for (long number = 1; lines.next(); number++) {
                    var cells = cells(lines, columns);
                    rows.add(reading.read(source + ", row " + number, column -> cells.getOrDefault(column, "")));
                }
            }
        }
        columns.warning(source).ifPresent(warnings);
        return rows.rows();
    }

    private static List<String> headings(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select * from " + ViewColumns.VIEW + " where 1 = 0")) {
            statement.setQueryTimeout(SECONDS);
            try (var nothing = statement.executeQuery()) {
                var headings = new ArrayList<String>();
                for (int i = 1; i <= nothing.getMetaData().getColumnCount(); i++) {
                    headings.add(nothing.getMetaData().getColumnLabel(i));
                }
                return headings;
            }
        }
    }

    /** Only what is read is asked for, in the order of {@link ViewColumn}; names are quoted as the database spells them. */
    private static String select(ViewColumns columns, List<String> headings) {
        var names = present(columns).stream()
                .map(column -> headings.get(columns.place(column).orElseThrow()))
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .toList();
        return "select " + String.join(", ", names) + " from " + ViewColumns.VIEW;
    }

    private static List<ViewColumn> present(ViewColumns columns) {
        return List.of(ViewColumn.values()).stream()
                .filter(column -> columns.place(column).isPresent())
                .toList();
    }

    private static Map<ViewColumn, String> cells(ResultSet line, ViewColumns columns) throws SQLException {
        var cells = new EnumMap<ViewColumn, String>(ViewColumn.class);
        int place = 1;
        for (var column : present(columns)) {
            cells.put(column, Optional.ofNullable(line.getString(place)).orElse(""));
            place++;
        }
        return cells;
    }
}
