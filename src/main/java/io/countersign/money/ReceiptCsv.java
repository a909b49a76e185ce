package io.countersign.money;

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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Receipts as a table for other programs: UTF-8, lines end with CR LF, quoted as RFC 4180 says. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front (OWASP, CSV Injection); amounts stay numbers. Immutable.
 */
public final class ReceiptCsv {
    /** The columns, in their order. */
    public static final List<String> COLUMNS =
            List.of("date", "merchant", "amount", "currency", "email_id", "subject", "category");

    // The characters OWASP names, and the full-width forms that Excel reads as the same.
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int REPORT_EVERY = 1000;

    private final Options options;
    private final CSVFormat format;

    /**
     * How to write.
     *
     * @param byteOrderMark begins the file with U+FEFF, without which Excel takes UTF-8 for the system's old code page
     * @param decimalComma writes {@code 12,50}. The separator is a semicolon then, since spreadsheets of every country that
     *     writes a decimal comma expect one
     */
    public record Options(boolean byteOrderMark, boolean decimalComma) {
        /** As RFC 4180 says, for programs. */
        public static final Options STANDARD = new Options(false, false);
    }

    public ReceiptCsv(Options options) {
        this.options = options;
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(options.decimalComma() ? ';' : ',')
                .setQuoteMode(QuoteMode.MINIMAL)
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
    }

    /** Writes the heading and one line for each receipt, in the order given. */
    public void write(List<Receipt> receipts, Appendable to, Progress progress) throws IOException {
        if (options.byteOrderMark()) {
            to.append(BYTE_ORDER_MARK);
        }
        var printer = new CSVPrinter(to, format);
        for (int i = 0; i < receipts.size(); i++) {
            if (i % REPORT_EVERY == 0) {
                progress.checkCancelled();
                progress.report(i, receipts.size(), "");
            }
            printer.printRecord(cells(receipts.get(i)));
        }
        progress.report(receipts.size(), receipts.size(), "");
        printer.flush();
    }

    /**
     * Writes a file in one step: whatever stops it, a full disk or a cancel, leaves the old file as it was.
     *
     * @throws CountersignException.NotWritten when it cannot be written
     * @throws java.util.concurrent.CancellationException once {@code progress} was cancelled
     */
    public void save(List<Receipt> receipts, Path target, Progress progress) {
        WholeFile.write(target, temporary -> {
            fill(temporary, receipts, progress);
            progress.checkCancelled();
        });
    }

    private void fill(Path temporary, List<Receipt> receipts, Progress progress) throws IOException {
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                var writer = new BufferedWriter(new OutputStreamWriter(
                        Channels.newOutputStream(channel),
                        StandardCharsets.UTF_8
                                .newEncoder()
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .onMalformedInput(CodingErrorAction.REPLACE)))) {
            write(receipts, writer, progress);
            writer.flush();
            channel.force(true);
        }
    }

    private List<String> cells(Receipt receipt) {
        var envelope = receipt.leading().message().envelope();
        var amount = PlainAmount.of(receipt.amount(), receipt.currency());
        return List.of(
                receipt.date().toString(),
                neutral(receipt.merchant()),
                options.decimalComma() ? amount.replace('.', ',') : amount,
                neutral(receipt.currency()),
                "<" + envelope.messageId() + ">",
                neutral(envelope.subject()),
                neutral(receipt.category()));
    }

    /** The same text, which no spreadsheet runs as a formula. */
    static String neutral(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
