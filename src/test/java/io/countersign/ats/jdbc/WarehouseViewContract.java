package io.countersign.ats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.WarehouseRow;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view in somebody else's database, on both kinds. */
abstract class WarehouseViewContract {
    private final List<String> warnings = new ArrayList<>();
    private final Source source;
    private final Connection connection;

    /** A fresh database; {@code url} without credentials. */
    record Source(String url, String user, String password) {}

    WarehouseViewContract(Source source) throws SQLException {
        this.source = source;
        connection = DriverManager.getConnection(source.url(), source.user(), source.password());
    }

    private String url() {
        return source.url();
    }

    private JdbcWarehouseView view() {
        return new JdbcWarehouseView(
                Map.of(JdbcWarehouseView.USER, source.user(), JdbcWarehouseView.PASSWORD, source.password()),
                warnings::add);
    }

    @BeforeEach
    void makeTable() throws SQLException {
        execute("create table raw_application (id varchar(50), system text, company text, email text, stage text,"
                + " changed timestamp with time zone, interview timestamp, on_day date, extra integer)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void makeView(String columns) throws SQLException {
        execute("create view vw_applications_enriched as select " + columns + " from raw_application");
    }

    @Test
    void theViewIsReadWithItsTypes() throws SQLException {
        makeView("extra, id as \"Application_ID\", system, company, email, stage, changed as last_stage_change,"
                + " interview as interview_date, extra as \"a \"\"b\"\"\"");
        execute("insert into raw_application values ('a-1', 'Lever', 'Acme', 'Me@Example.org', 'Final Round',"
                + " timestamp with time zone '2026-03-01 12:30:00+02:00', timestamp '2026-03-09 09:00:00', null, 1)");
        execute("insert into raw_application values ('b-2', null, null, null, null, null, null, null, null)");

        assertThat(view().read(url()))
                .containsExactlyInAnyOrder(
                        new WarehouseRow(
                                "a-1",
                                "lever",
                                "Acme",
                                "me@example.org",
                                Optional.of(Stage.FINAL_ROUND),
                                Optional.of(Instant.parse("2026-03-01T10:30:00Z")),
                                Optional.of(Instant.parse("2026-03-09T09:00:00Z")),
                                Optional.empty()),
                        new WarehouseRow(
                                "b-2",
                                "",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(warnings).singleElement().asString().endsWithIgnoringCase("ignored the columns extra, a \"b\"");
    }

    @Test
    void aDayIsItsMidnight() throws SQLException {
        makeView("id as application_id, system, company, email, stage, on_day as last_stage_change,"
                + " interview as interview_date, company as role");
        execute(
                "insert into raw_application values ('1', '', 'Acme', '', 'applied', null, null, date '2026-03-01', 1)");
        assertThat(view().read(url()))
                .extracting(WarehouseRow::lastStageChange, WarehouseRow::role)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.of("Acme")));
    }

    @Test
    void whatIsMissingIsNamed() throws SQLException {
        assertThatThrownBy(() -> view().read(url()))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("It has no view vw_applications_enriched");
        makeView("id as application_id, company, email, stage, changed as last_stage_change");
        assertThatThrownBy(() -> view().read(url()))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("The columns system, interview_date are missing");
    }

    @Test
    void aBadCellNamesItsRow() throws SQLException {
        makeView("id as application_id, system, company, email, stage, changed as last_stage_change,"
                + " interview as interview_date");
        execute("insert into raw_application (id, stage) values ('1', 'Applied')");
        execute("insert into raw_application (id, stage) values ('2', 'Who knows')");
        assertThatThrownBy(() -> view().read(url())).hasMessageContaining("row 2, 'Who knows' in column stage");
    }

    @Test
    void nothingIsWritten() throws SQLException {
        execute("create table written (id integer)");
        makeView("id as application_id, system, company, email, stage, changed as last_stage_change,"
                + " interview as interview_date");
        view().read(url());
        try (var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from written")) {
            assertThat(count.next()).isTrue();
            assertThat(count.getInt(1)).isZero();
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutRepeatingIt() {
        var wrong = new JdbcWarehouseView(
                Map.of(JdbcWarehouseView.USER, "nobody-here", JdbcWarehouseView.PASSWORD, "open sesame"),
                warnings::add);
        assertThatThrownBy(() -> wrong.read(url()))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("The warehouse cannot be reached")
                .hasMessageNotContaining("sesame")
                .hasNoCause();
    }
}
