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
import java.util.Iterator;
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
        write(rows.iterator(), rows.size(), to, progress);
    }

    private int write(Iterator<R> rows, int expected, Appendable to, Progress progress) throws IOException {
        if (byteOrderMark) {
            to.append(BYTE_ORDER_MARK);
        }
        var printer = new CSVPrinter(to, format());
        int written = 0;
        while (rows.hasNext()) {
            if (written % REPORT_EVERY == 0) {
                progress.checkCancelled();
                progress.report(written, expected, "");
            }
            printer.printRecord(cells.apply(rows.next()));
            written++;
        }
        progress.report(written, written, "");
        printer.flush();
        return written;
    }

    /**
     * Writes a file in one step: whatever stops it, a full disk or a cancel, leaves the old file as it was.
     *
     * @throws io.countersign.shared.CountersignException.NotWritten when it cannot be written
     * @throws java.util.concurrent.CancellationException once {@code progress} was cancelled
     */
    public void save(List<R> rows, Path target, Progress progress) {
        save(rows.iterator(), rows.size(), target, progress);
    }

    /**
     * The same with rows that come one by one and are not kept.
     *
     * @param expected how many there may be, for the progress
     * @return how many there were
     */
    public int save(Iterator<R> rows, int expected, Path target, Progress progress) {
        var written = new int[1];
        WholeFile.write(target, temporary -> {
            written[0] = fill(temporary, rows, expected, progress);
            progress.checkCancelled();
        });
        return written[0];
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

    private int fill(Path temporary, Iterator<R> rows, int expected, Progress progress) throws IOException {
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                var writer = new BufferedWriter(new OutputStreamWriter(
                        Channels.newOutputStream(channel),
                        StandardCharsets.UTF_8
                                .newEncoder()
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .onMalformedInput(CodingErrorAction.REPLACE)))) {
            int written = write(rows, expected, writer, progress);
            writer.flush();
            channel.force(true);
            return written;
        }
    }
}
