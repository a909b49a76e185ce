package io.countersign.ats.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.WarehouseRow;
import io.countersign.ats.jdbc.JdbcApplicationDecisions;
import io.countersign.ats.jdbc.JdbcEnrichmentLog;
import io.countersign.ats.jdbc.JdbcSenderVolumes;
import io.countersign.ats.jdbc.JdbcWarehouseRows;
import io.countersign.ats.joining.Letter;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.tracking.ApplicationService;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.mail.Stage;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcAtsMails;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.shared.cli.Output;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import io.countersign.shared.ui.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands about applications print, field by field. */
class AtsCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database = TestDatabases.h2();
    private final Clock clock = Clock.fixed(Letter.day(30), ZoneOffset.UTC);
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final JdbcWarehouseRows rows = new JdbcWarehouseRows(database, "me", clock);
    private final ApplicationService desk = new ApplicationService(
            new ApplicationService.Books(
                    new JdbcAtsMails(database, messages, clock),
                    messages,
                    new JdbcApplicationDecisions(database, "me", clock),
                    rows,
                    database),
            new RiskRanking(ZoneOffset.UTC),
            clock);
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void storeMail() {
        for (var letter : List.of(
                Letter.of(1, 0, Stage.APPLIED, "Acme", "Cook").system("lever").number("R-7"),
                Letter.of(2, 3, Stage.APPLIED, "Globex", ""),
                Letter.of(3, 9, Stage.REJECTED, "Globex", ""))) {
            new JdbcMailStore(database).insert(List.of(TestMail.stored(letter.message())));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int execute(boolean json, String... arguments) {
        var output = new Output(new PrintWriter(out), new PrintWriter(new StringWriter()), () -> json, false);
        var command = new ApplicationsCommand(
                () -> desk,
                () -> messages,
                reason -> Texts.of(Locale.ENGLISH)
                        .get(reason.key(), reason.arguments().toArray()),
                (application, kind) ->
                        new FollowUpDraft(application.id(), kind, "", "", kind + " to " + application.company(), false),
                output);
        int exit = new CommandLine(command)
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
        output.flush();
        return exit;
    }

    private List<JsonNode> json(String... arguments) {
        assertThat(execute(true, arguments)).isZero();
        return out.toString().lines().map(AtsCommandsTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Test
    void aNextStepComesWithTheMailThatItTakes() {
        var first = json().getFirst();

        assertThat(first.get("followUp").get("due").asText()).isNotEmpty();
        assertThat(first.get("followUp").get("text").asText()).isEqualTo("FIRST to Acme");
    }

    @Test
    void anApplicationIsPrintedAsTheContractSays() {
        var first = json().getFirst();

        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "company",
                        "role",
                        "system",
                        "applicationId",
                        "stage",
                        "appliedAt",
                        "lastStageChange",
                        "interviewDate",
                        "daysSilent",
                        "ghostingRisk",
                        "replyOdds14d",
                        "rank",
                        "reasons",
                        "followUp",
                        "messageIds");
        assertThat(first.get("id").asText()).isEqualTo("m1");
        assertThat(first.get("company").asText()).isEqualTo("Acme");
        assertThat(first.get("role").asText()).isEqualTo("Cook");
        assertThat(first.get("system").asText()).isEqualTo("lever");
        assertThat(first.get("applicationId").asText()).isEqualTo("R-7");
        assertThat(first.get("stage").asText()).isEqualTo("applied");
        assertThat(first.get("appliedAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(first.get("interviewDate").isNull()).isTrue();
        assertThat(first.get("daysSilent").asInt()).isEqualTo(30);
        assertThat(first.get("ghostingRisk").asDouble()).isEqualTo(1);
        assertThat(first.get("replyOdds14d").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.get("rank").asInt()).isEqualTo(1);
        assertThat(first.get("reasons")).isNotEmpty();
        assertThat(first.get("followUp").get("due").asText()).isEqualTo("2026-03-09");
        assertThat(first.get("followUp").get("text").asText()).isNotEmpty();
        assertThat(first.get("messageIds").toString()).isEqualTo("[\"<m1@example.org>\"]");
    }

    @Test
    void anEndedOneHasNothingDueAndNoRole() {
        var last = json().getLast();

        assertThat(last.get("stage").asText()).isEqualTo("rejected");
        assertThat(last.get("role").isNull()).isTrue();
        assertThat(last.get("followUp").isNull()).isTrue();
        assertThat(last.get("ghostingRisk").asDouble()).isZero();
        assertThat(last.get("messageIds")).hasSize(2);
    }

    @Test
    void onlyThoseAtRiskWhenAskedFor() {
        assertThat(json("--min-risk", "0.5"))
                .extracting(one -> one.get("id").asText())
                .containsExactly("m1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "-0.1", "NaN", "much"})
    void aRiskThatIsNoneIsWrongUsage(String risk) {
        assertThat(execute(true, "--min-risk=" + risk)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutJsonItIsATable() {
        assertThat(execute(false)).isZero();
        assertThat(out.toString())
                .contains("company", "Acme", "Cook", "applied")
                .hasLineCount(3);
    }

    @Test
    void enrichNeedsToKnowWhat() {
        var output = new Output(new PrintWriter(out), new PrintWriter(new StringWriter()), () -> true, false);
        var command = new EnrichCommand(
                () -> {
                    throw new AssertionError("not reached");
                },
                () -> rows,
                _ -> List.of(new WarehouseRow(
                        "1", "", "Acme", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                output);
        assertThat(new CommandLine(command)
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute())
                .isEqualTo(2);
        assertThat(rows.all()).isEmpty();
    }

    private int enrich(Output output, String... arguments) {
        var books = new ApplicationService.Books(
                new JdbcAtsMails(database, messages, clock),
                messages,
                new JdbcApplicationDecisions(database, "me", clock),
                rows,
                database);
        var job = new AtsEnrichmentJob(
                desk,
                books,
                (_, _) -> Optional.empty(),
                new JdbcEnrichmentLog(database, "me"),
                new JdbcSenderVolumes(database),
                clock,
                "1");
        var command = new EnrichCommand(
                () -> job, () -> rows, _ -> List.of(row("1", "ann@x.example"), row("2", "bob@x.example")), output);
        return new CommandLine(command)
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private static WarehouseRow row(String id, String email) {
        return new WarehouseRow(
                id,
                "lever",
                "Initech",
                email,
                Optional.of(Stage.APPLIED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void rowsOfOtherCandidatesAreWarnedOfUntilThePersonSaysWhichAddressIsTheirs() {
        var told = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(told), () -> true, false);

        assertThat(enrich(output, "ats", "--warehouse", "all.csv")).isZero();
        assertThat(told.toString()).contains("2 of 2 rows of the warehouse belong to other", "--email ADDRESS");
        assertThat(out.toString()).contains("\"warehouseRowsOfOthers\":2");
        int before = desk.applications().size();

        told.getBuffer().setLength(0);
        assertThat(enrich(output, "ats", "--warehouse", "all.csv", "--email", "Ann@x.example"))
                .isZero();
        assertThat(told.toString()).isEmpty();
        assertThat(desk.applications()).hasSize(before + 1);
        assertThat(enrich(output, "ats", "--email", "ann@x.example")).isEqualTo(2);
    }
}
