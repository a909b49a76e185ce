package io.countersign.money;

import io.countersign.shared.task.Progress;
import io.countersign.shared.text.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Receipts as a {@linkplain CsvTable table for other programs}; amounts stay numbers. Immutable. */
public final class ReceiptCsv {
    /** The columns, in their order. */
    public static final List<String> COLUMNS =
            List.of("date", "merchant", "amount", "currency", "email_id", "subject", "category");

    private final Options options;
    private final CsvTable<Receipt> table;

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
        table = new CsvTable<>(COLUMNS, options.decimalComma() ? ';' : ',', options.byteOrderMark(), this::cells);
    }

    /** Writes the heading and one line for each receipt, in the order given. */
    public void write(List<Receipt> receipts, Appendable to, Progress progress) throws IOException {
        table.write(receipts, to, progress);
    }

    /**
     * Writes a file in one step: whatever stops it, a full disk or a cancel, leaves the old file as it was.
     *
     * @throws io.countersign.shared.CountersignException.NotWritten when it cannot be written
     * @throws java.util.concurrent.CancellationException once {@code progress} was cancelled
     */
    public void save(List<Receipt> receipts, Path target, Progress progress) {
        table.save(receipts, target, progress);
    }

    private List<String> cells(Receipt receipt) {
        var envelope = receipt.leading().message().envelope();
        var amount = PlainAmount.of(receipt.amount(), receipt.currency());
        return List.of(
                receipt.date().toString(),
                CsvTable.neutral(receipt.merchant()),
                options.decimalComma() ? amount.replace('.', ',') : amount,
                CsvTable.neutral(receipt.currency()),
                "<" + envelope.messageId() + ">",
                CsvTable.neutral(envelope.subject()),
                CsvTable.neutral(receipt.category()));
    }
}
