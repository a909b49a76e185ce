package io.countersign.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.task.Progress;
import io.countersign.shared.text.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What LibreOffice Calc makes of the file: numbers where there are amounts, text elsewhere, and no formula anywhere. */
@Tag("calc")
final class ReceiptCsvInCalcTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<List<String>> SAMPLES = List.of(
            List.of("Fresh Basket", "69.90", "Order 88213, paid"),
            List.of("=1+1", "-18.50", "=HYPERLINK(\"http://x.example\",\"Refund\")"),
            List.of("+49 30 1234", "1084.00", "@SUM(A1:A9)"),
            List.of("Café \"Süd\"", "0.50", "-5 % on everything"),
            List.of("漢字屋", "120000", "'quoted'"));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"false, false, 44, en-US", "true, true, 59, de-DE"})
    void calcReadsTheSameRows(boolean mark, boolean comma, int separator, String language) throws Exception {
        var receipts = SAMPLES.stream()
                .map(sample -> SampleCharges.receipt(
                        "other",
                        SampleCharges.statement(
                                SAMPLES.indexOf(sample),
                                sample.get(2),
                                SampleCharges.facts(sample.get(0), sample.get(1), "EUR", DAY))))
                .toList();
        var file = folder.resolve("receipts.csv");
        new ReceiptCsv(new ReceiptCsv.Options(mark, comma)).save(receipts, file, Progress.none());
        var rows = rows(convert(file, separator, language));
        assertThat(rows).hasSize(receipts.size() + 1);
        for (int i = 0; i < receipts.size(); i++) {
            var cells = rows.get(i + 1).select("table|table-cell");
            assertThat(cells.get(1).text())
                    .isEqualTo(CsvTable.neutral(SAMPLES.get(i).getFirst()));
            assertThat(cells.get(2).attr("office:value-type")).isEqualTo("float");
            assertThat(Double.parseDouble(cells.get(2).attr("office:value")))
                    .isEqualTo(Double.parseDouble(SAMPLES.get(i).get(1)));
            assertThat(cells.get(5).text())
                    .isEqualTo(CsvTable.neutral(SAMPLES.get(i).get(2)));
            assertThat(cells).noneMatch(cell -> cell.hasAttr("table:formula"));
        }
    }

    private static List<Element> rows(Path spreadsheet) throws IOException {
        return Jsoup.parse(Files.readString(spreadsheet), Parser.xmlParser()).select("table|table-row").stream()
                .filter(row -> !row.text().isBlank())
                .toList();
    }

    /** Lets Calc read the file as a person in that language would, and say what it read. */
    private Path convert(Path file, int separator, String language) throws IOException, InterruptedException {
        var input = "CSV:" + separator + ",34,76,1,," + (language.equals("de-DE") ? 1031 : 1033) + ",false,true";
        Process office;
        try {
            office = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--infilter=" + input,
                            "--convert-to",
                            "fods",
                            "--outdir",
                            folder.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("office.log").toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("LibreOffice Calc is not installed (no soffice on the path)");
            throw e;
        }
        boolean ended = office.waitFor(120, TimeUnit.SECONDS);
        if (!ended) {
            office.destroy();
        }
        assertThat(ended).as("Calc answered").isTrue();
        var converted = folder.resolve("receipts.fods");
        assertThat(converted).as(Files.readString(folder.resolve("office.log"))).exists();
        return converted;
    }
}
