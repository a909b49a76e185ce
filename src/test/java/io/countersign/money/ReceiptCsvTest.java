package io.countersign.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.CsvTable;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReceiptCsvTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<String> PIECES = List.of(
            "=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", "'", " ", "a", "Café", "ß", "漢字", "שלום", "😀", "1.5",
            "\\", "\uFEFF", "＝");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void columnsAreTheAgreedOnesAndLinesEndAsTheStandardSays() throws IOException {
        var receipt = SampleCharges.receipt(
                "groceries",
                SampleCharges.statement(
                        7, "Order 88213, paid", SampleCharges.facts("Fresh \"Basket\"", "69.90", "EUR", DAY)));
        assertThat(text(List.of(receipt), ReceiptCsv.Options.STANDARD))
                .isEqualTo(
                        "date,merchant,amount,currency,email_id,subject,category\r\n"
                                + "2026-11-22,\"Fresh \"\"Basket\"\"\",69.90,EUR,<m7@example>,\"Order 88213, paid\",groceries\r\n");
    }

    @Test
    void formulasAreNeutralisedAndRefundsStayNumbers() throws IOException {
        var receipt = SampleCharges.receipt(
                "other",
                SampleCharges.statement(
                        1, "=HYPERLINK(\"http://x\")", SampleCharges.facts("@SUM(1+1)", "-18.50", "EUR", DAY)));
        var row = read(text(List.of(receipt), ReceiptCsv.Options.STANDARD), ',').get(1);
        assertThat(row.get(1)).isEqualTo("'@SUM(1+1)");
        assertThat(row.get(2)).isEqualTo("-18.50");
        assertThat(row.get(5)).isEqualTo("'=HYPERLINK(\"http://x\")");
    }

    @Test
    void anyTextComesBackAsItWas() throws IOException {
        var random = new Random(20261122);
        var receipts =
                IntStream.range(0, 3000).mapToObj(i -> anything(i, random)).toList();
        for (var options : List.of(ReceiptCsv.Options.STANDARD, new ReceiptCsv.Options(true, true))) {
            var text = text(receipts, options);
            assertThat(text.startsWith("\uFEFF")).isEqualTo(options.byteOrderMark());
            var rows = read(options.byteOrderMark() ? text.substring(1) : text, options.decimalComma() ? ';' : ',');
            assertThat(rows).hasSize(receipts.size() + 1);
            for (int i = 0; i < receipts.size(); i++) {
                var receipt = receipts.get(i);
                var row = rows.get(i + 1);
                assertThat(LocalDate.parse(row.getFirst())).isEqualTo(receipt.date());
                assertThat(row.get(1)).isEqualTo(CsvTable.neutral(receipt.merchant()));
                assertThat(new BigDecimal(row.get(2).replace(',', '.'))).isEqualByComparingTo(receipt.amount());
                assertThat(row.get(5))
                        .isEqualTo(CsvTable.neutral(
                                receipt.leading().message().envelope().subject()));
                assertThat("=+-@\t\r\n")
                        .doesNotContain(row.get(1).isEmpty() ? "x" : row.get(1).substring(0, 1));
            }
        }
    }

    @Test
    void aDecimalCommaGoesWithSemicolonsAndAMarkForExcel() throws IOException {
        var text = text(
                List.of(SampleCharges.receipt(1, "Uber", "-1084.00", "EUR", DAY)), new ReceiptCsv.Options(true, true));
        assertThat(text).startsWith("\uFEFFdate;merchant;").contains(";-1084,00;EUR;");
    }

    @Test
    void theFileIsReplacedInOneStepAndNothingElseIsLeft() throws IOException {
        var target = Files.writeString(folder.resolve("receipts.csv"), "old");
        new ReceiptCsv(ReceiptCsv.Options.STANDARD).save(SampleCharges.many(5000, DAY, 1), target, Progress.none());
        assertThat(Files.readAllLines(target)).hasSize(5001);
        assertThat(names()).containsExactly("receipts.csv");
    }

    @Test
    void cancellingLeavesTheOldFile() throws IOException {
        var target = Files.writeString(folder.resolve("receipts.csv"), "old");
        var receipts = SampleCharges.many(5000, DAY, 1);
        assertThatThrownBy(
                        () -> new ReceiptCsv(ReceiptCsv.Options.STANDARD).save(receipts, target, new CancelledAt(3000)))
                .isInstanceOf(CancellationException.class);
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("receipts.csv");
    }

    @Test
    void aFullDiskLeavesTheOldFileAndSaysSo() throws IOException {
        var small = Path.of("/dev/shm/countersign-full");
        Assumptions.assumeTrue(mount(small), "needs the right to mount a disk of 64 KB");
        try {
            var target = Files.writeString(small.resolve("receipts.csv"), "old");
            var receipts = SampleCharges.many(5000, DAY, 1);
            assertThatThrownBy(
                            () -> new ReceiptCsv(ReceiptCsv.Options.STANDARD).save(receipts, target, Progress.none()))
                    .isInstanceOf(CountersignException.NotWritten.class)
                    .hasMessageContaining("receipts.csv");
            assertThat(target).hasContent("old");
            try (var left = Files.list(small)) {
                assertThat(left).containsExactly(target);
            }
        } finally {
            run("umount", small.toString());
            Files.deleteIfExists(small);
        }
    }

    @Test
    void aFolderOrAMissingPlaceIsRefused() {
        var csv = new ReceiptCsv(ReceiptCsv.Options.STANDARD);
        for (var target : List.of(folder, folder.resolve("not/there.csv"))) {
            assertThatThrownBy(() -> csv.save(List.of(), target, Progress.none()))
                    .isInstanceOf(CountersignException.NotWritten.class);
        }
    }

    private static Receipt anything(int id, Random random) {
        var amount = BigDecimal.valueOf(random.nextInt(-1_000_000, 1_000_000), random.nextInt(4));
        return SampleCharges.receipt(
                words(random),
                SampleCharges.statement(
                        id,
                        words(random),
                        SampleCharges.facts(words(random), amount.toPlainString(), "EUR", DAY.minusDays(id))));
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            words.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return words.toString();
    }

    private static String text(List<Receipt> receipts, ReceiptCsv.Options options) throws IOException {
        var text = new StringBuilder();
        new ReceiptCsv(options).write(receipts, text, Progress.none());
        return text.toString();
    }

    private static List<List<String>> read(String text, char separator) throws IOException {
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        var rows = new ArrayList<List<String>>();
        try (var parser = format.parse(new StringReader(text))) {
            parser.forEach(row -> rows.add(row.toList()));
        }
        return rows;
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static boolean mount(Path place) throws IOException {
        if (!Files.isDirectory(Path.of("/dev/shm"))) {
            return false;
        }
        Files.createDirectories(place);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place.toString());
        if (!mounted) {
            Files.deleteIfExists(place);
        }
        return mounted;
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false; // no such command here
        }
    }

    private record CancelledAt(long row) implements Progress {
        @Override
        public void report(long done, long total, String message) {
            if (done >= row) {
                throw new CancellationException();
            }
        }

        @Override
        public void checkCancelled() {}
    }
}
