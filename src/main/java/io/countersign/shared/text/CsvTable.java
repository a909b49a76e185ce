package io.countersign.shared.text;

import io.countersign.shared.WholeFile;
import io.countersign.shared.task.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Rows as a table for other programs: UTF-8, lines end with CR LF, quoted as RFC 4180 says. Immutable.
 *
 * @param columns the heading
 * @param separator between cells
 * @param byteOrderMark begins the file with U+FEFF, without which Excel takes UTF-8 for the system's old code page
 * @param cells of a row, in the order of the columns; text from a mail through {@link #neutral}
 */
public record CsvTable<R>(
        List<String> columns, char separator, boolean byteOrderMark, Function<R, List<String>> cells) {
    // The characters OWASP names, and the full-width forms that Excel reads as the same.
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int REPORT_EVERY = 1000;

    public CsvTable {
        columns = List.copyOf(columns);
    }

    /** Writes the heading and one line for each row, in the order given. */
    public void write(List<R> rows, Appendable to, Progress progress) throws IOException {
        if (byteOrderMark) {
            to.append(BYTE_ORDER_MARK);
        }
        var printer = new CSVPrinter(to, format());
        for (int i = 0; i < rows.size(); i++) {
            if (i % REPORT_EVERY == 0) {
                progress.checkCancelled();
                progress.report(i, rows.size(), "");
            }
            printer.printRecord(cells.apply(rows.get(i)));
        }
        progress.report(rows.size(), rows.size(), "");
        printer.flush();
    }

    /**
     * Writes a file in one step: whatever stops it, a full disk or a cancel, leaves the old file as it was.
     *
     * @throws io.countersign.shared.CountersignException.NotWritten when it cannot be written
     * @throws java.util.concurrent.CancellationException once {@code progress} was cancelled
     */
    public void save(List<R> rows, Path target, Progress progress) {
        WholeFile.write(target, temporary -> {
            fill(temporary, rows, progress);
            progress.checkCancelled();
        });
    }

    /** The same text, which no spreadsheet runs as a formula: one that begins like one gets an apostrophe in front (OWASP, CSV Injection). */
    public static String neutral(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setQuoteMode(QuoteMode.MINIMAL)
                .setHeader(columns.toArray(String[]::new))
                .get();
    }

    private void fill(Path temporary, List<R> rows, Progress progress) throws IOException {
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                var writer = new BufferedWriter(new OutputStreamWriter(
                        Channels.newOutputStream(channel),
                        StandardCharsets.UTF_8
                                .newEncoder()
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .onMalformedInput(CodingErrorAction.REPLACE)))) {
            write(rows, writer, progress);
            writer.flush();
            channel.force(true);
        }
    }
}
