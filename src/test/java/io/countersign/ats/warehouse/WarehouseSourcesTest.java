package io.countersign.ats.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.WarehouseRow;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view as files: what is read, what is refused, and with which words. */
@Timeout(30)
class WarehouseSourcesTest {
    private static final String HEADING =
            "application_id,system,company,email,stage,last_stage_change,interview_date,role";
    private static final WarehouseRow ACME = new WarehouseRow(
            "a-1",
            "greenhouse",
            "Acme, Inc.",
            "me@example.org",
            Optional.of(Stage.FINAL_ROUND),
            Optional.of(Instant.parse("2026-03-01T12:30:00Z")),
            Optional.of(Instant.parse("2026-03-09T00:00:00Z")),
            Optional.of("Engineer"));

    @TempDir
    private Path folder = Path.of("");

    private final List<String> warnings = new ArrayList<>();
    private final WarehouseSources sources = new WarehouseSources(
            url -> {
                throw new AssertionError(url);
            },
            warnings::add,
            java.time.Duration.ofSeconds(2));

    private List<WarehouseRow> read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<WarehouseRow> read(byte[] content) {
        try {
            var file = folder.resolve("view.csv");
            Files.write(file, content);
            return sources.read(file.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theViewIsReadAsItIsDocumented() {
        var rows = read(HEADING
                + "\r\na-1,Greenhouse,\"Acme, Inc.\",ME@example.org,Onsite,2026-03-01 12:30:00,2026-03-09,Engineer\r\n"
                + "b-2,,,,,,,\r\n");
        assertThat(rows)
                .containsExactly(
                        ACME,
                        new WarehouseRow(
                                "b-2",
                                "",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theSeparatorAndTheOrderAndCaseOfTheColumnsAreFoundOut(char separator) {
        var heading = new ArrayList<>(List.of(HEADING.split(",", -1)));
        var cells = new ArrayList<>(List.of(
                "a-1",
                "greenhouse",
                "\"Acme, Inc.\"",
                "me@example.org",
                "final-round",
                "2026-03-01T13:30:00+01:00",
                "2026-03-09",
                "Engineer"));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(heading, new Random(seed));
            Collections.shuffle(cells, new Random(seed));
            var text = "\uFEFF\n" + String.join(" " + separator, heading).toUpperCase(java.util.Locale.ROOT) + "\n"
                    + String.join(String.valueOf(separator), cells) + "\n\n";
            assertThat(read(text)).containsExactly(ACME);
        }
    }

    @Test
    void encodingsOfSpreadsheetsAreRead() {
        var text = HEADING + "\na-1,lever,Müller & Söhne,,Absage,2026-03-01,,\n";
        for (var encoding : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(read(text.getBytes(encoding)))
                    .extracting(WarehouseRow::company)
                    .containsExactly("Müller & Söhne");
        }
        for (var encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read(("\uFEFF" + text).getBytes(encoding)))
                    .extracting(WarehouseRow::company)
                    .containsExactly("Müller & Söhne");
        }
    }

    @Test
    void furtherColumnsAreIgnoredAndNamed() {
        var rows = read("""
                salary,company,application_id,system,email,stage,last_stage_change,interview_date,mood
                1,Acme,7,x,,Applied,,,good
                """);
        assertThat(rows)
                .extracting(WarehouseRow::company, WarehouseRow::role)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Acme", Optional.empty()));
        assertThat(warnings).singleElement().asString().endsWith("view.csv: ignored the columns salary, mood");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            application_id,company~1,Acme                      ! The columns system, email, stage, last_stage_change, interview_date are missing
            application_id,system,company,email,stage,last_stage_change~1,,,,, ! The column interview_date is missing
            HEAD,stage~1,,,,,,,,                               ! names stage more than once
            HEAD~1,,Acme,,Chosen by oracle,,,                  ! view.csv, line 2, 'Chosen by oracle' in column stage is no stage
            HEAD~1,,Acme,,,,,~2,,Acme,,,03/04/2026,,           ! view.csv, line 3, '03/04/2026' in column last_stage_change is no date
            HEAD~1,,"A~B",,,,,~2,,Acme,,,,2026-02-30,          ! view.csv, line 4, '2026-02-30' in column interview_date is no date
            HEAD~1,,Acme,,,9999-12-31,,                        ! '9999-12-31' in column last_stage_change is no date
            HEAD~ ,,Acme,,,,,                                  ! line 2, The column application_id is empty
            HEAD~1,,Acme, Inc.,,,,,                            ! line 2, It has 9 cells where the heading has 8
            HEAD~1,,"Acme,,,,,                                 ! line 2, A quotation mark is not closed
            HEAD~1,,Acme,,,,,~2,,"Acme" x,,,,,                 ! line 3, A quotation mark is not closed, or something stands behind
            ``                                                 ! It is empty
            PK and so on                                       ! It is a spreadsheet or an archive; export it as CSV
            PAR1 damaged                                       ! This Parquet file cannot be read
            """)
    void whatCannotBeReadIsRefusedAsAWholeWithItsReason(String content, String message) {
        assertThatThrownBy(() -> read(content.replace("HEAD", HEADING).replace('~', '\n')))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesOfTenThousandCharactersAreCutAndNothingBreaksALine() {
        var row = read(HEADING + "\n1,s,\"" + "x\n\u202E".repeat(10_000) + "\",,,,,\"" + "🙂".repeat(10_000) + "\"\n")
                .getFirst();
        assertThat(row.company()).hasSize(200).startsWith("x x x").doesNotContain("\n", "\u202E");
        assertThat(row.role().orElseThrow()).hasSize(200).endsWith("🙂");
    }

    @Test
    void ofSeveralRowsOfOneApplicationTheNewestCounts() {
        var rows = read(HEADING + "\n1,s,Acme,,Phone Screen,2026-03-05,,\n1,s,Acme,,Applied,2026-03-01,,\n"
                + "1,t,Acme,,Negotiation,2026-03-01,,\n1,t,Acme,,Hired,2026-03-01,,\n");
        assertThat(rows)
                .extracting(WarehouseRow::system, row -> row.stage().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s", Stage.SCREENING),
                        org.assertj.core.groups.Tuple.tuple("t", Stage.HIRED));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01 14:30, 2026-03-01T14:30:00Z",
        "2026-03-01T14:30:05.123456Z, 2026-03-01T14:30:05.123456Z",
        "2026-03-01 14:30:00+00, 2026-03-01T14:30:00Z",
        "2026-03-01 14:30:00.5-0530, 2026-03-01T20:00:00.500Z",
        "2026-03-01 14:30:00 UTC, 2026-03-01T14:30:00Z",
        "2026-03-01 14:30:00 +02:00, 2026-03-01T12:30:00Z"
    })
    void datesAreReadAsDatabasesWriteThem(String text, Instant moment) {
        assertThat(CellDates.read(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.3.2026",
                "2026-13-01",
                "26-03-01",
                "2026-03-01x",
                "2026-03-01 25:00",
                "-",
                "1772323200",
                "2026-03-01T14:30:00+99:00"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(CellDates.read(text)).isEmpty();
    }

    /** The fixture holds two rows of our own, compressed as most programs do by default (Snappy). */
    @Test
    void aParquetFileIsReadWhateverItIsCalled() throws IOException {
        var file = folder.resolve("export");
        try (var fixture = WarehouseSourcesTest.class.getResourceAsStream("/ats/warehouse/applications.parquet")) {
            Files.copy(java.util.Objects.requireNonNull(fixture), file);
        }
        assertThat(sources.read(file.toString()))
                .containsExactly(
                        new WarehouseRow(
                                "a-1",
                                "greenhouse",
                                "Acme",
                                "me@example.org",
                                Optional.of(Stage.FINAL_ROUND),
                                Optional.of(Instant.parse("2026-03-01T12:30:00Z")),
                                Optional.of(Instant.parse("2026-03-09T09:00:00Z")),
                                Optional.empty()),
                        new WarehouseRow(
                                "b-2",
                                "lever",
                                "Müller & Söhne",
                                "",
                                Optional.of(Stage.REJECTED),
                                Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(warnings).singleElement().asString().endsWith("export: ignored the column mood");
    }

    @Test
    void damagedParquetFilesAreReadOrRefusedButNothingElse() throws IOException {
        byte[] whole;
        try (var fixture = WarehouseSourcesTest.class.getResourceAsStream("/ats/warehouse/applications.parquet")) {
            whole = java.util.Objects.requireNonNull(fixture).readAllBytes();
        }
        var random = new Random(6);
        for (int i = 0; i < 120; i++) {
            var damaged = whole.clone();
            for (int k = 0; k < 4; k++) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged)).isNotNull();
            } catch (CountersignException.Invalid e) {
                assertThat(e.arguments()).hasSize(2);
            }
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        var file = folder.resolve("huge.csv");
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(WarehouseSources.LARGEST_FILE + 1);
        }
        assertThatThrownBy(() -> sources.read(file.toString())).hasMessageContaining("larger than 64 MB");
    }

    @Test
    void tooManyRowsAreRefused() {
        var text = new StringBuilder(HEADING).append('\n');
        for (int i = 0; i <= RowCollector.MOST_ROWS; i++) {
            text.append(i).append(",,,,,,,\n");
        }
        assertThatThrownBy(() -> read(text.toString())).hasMessageContaining("more than 100,000 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent.csv", "", "\0", "."})
    void whatIsNoFileIsSaid(String name) {
        assertThatThrownBy(() -> sources.read(name))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("There is no such file");
    }

    @Test
    void damagedFilesAreReadOrRefusedButNothingElse() {
        var whole = (HEADING + "\n1,s,\"Acme \"\"x\"\"\",a@b.c,Onsite,2026-03-01,2026-03-02,Dev\n")
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            var damaged = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int k = 0; k < 4 && damaged.length > 0; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged)).isNotNull();
            } catch (CountersignException.Invalid e) {
                assertThat(e.arguments()).hasSize(2);
            }
        }
    }

    @Test
    void everyStageHasItsOwnNameAndTheNamesOfTheReference() {
        var words = StageWords.load();
        for (var stage : Stage.values()) {
            assertThat(words.stage(stage.id())).contains(stage);
        }
        assertThat(words.stage("Onsite")).contains(Stage.FINAL_ROUND);
        assertThat(words.stage("FINAL ROUND")).contains(Stage.FINAL_ROUND);
        assertThat(words.stage("Negotiation")).contains(Stage.OFFER);
        assertThat(words.stage("Phone-Screen")).contains(Stage.SCREENING);
        assertThat(words.stage("Offer")).contains(Stage.OFFER);
    }
}
