package io.countersign.money.cli;

import io.countersign.mail.ChargeStatus;
import io.countersign.money.MoneyDesk;
import io.countersign.money.MoneyJson;
import io.countersign.money.Receipt;
import io.countersign.money.ReceiptCsv;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code receipts [--csv FILE] [--from D] [--to D]} */
@Command(name = "receipts", description = "Lists the receipts found in mail, newest first.")
public final class ReceiptsCommand implements Runnable {
    private final Supplier<MoneyDesk> desk;
    private final Output output;

    @Option(names = "--from", paramLabel = "D", description = "only from this day on, such as 2026-01-31")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "only up to and including this day")
    private @Nullable LocalDate to;

    @Option(names = "--csv", paramLabel = "FILE", description = "writes them into this file instead")
    private @Nullable Path csv;

    @Option(names = "--decimal-comma", description = "in the file: 12,50, separated by semicolons")
    private boolean decimalComma;

    @Option(names = "--byte-order-mark", description = "in the file: marks it as UTF-8 for Excel")
    private boolean byteOrderMark;

    public ReceiptsCommand(Supplier<MoneyDesk> desk, Output output) {
        this.desk = desk;
        this.output = output;
    }

    @Override
    public void run() {
        var receipts = desk.get().receipts().stream().filter(this::isWanted).toList();
        if (csv != null) {
            write(receipts, csv);
        } else if (output.isJson()) {
            receipts.forEach(receipt -> output.json(MoneyJson.of(receipt)));
        } else {
            output.table(table(receipts));
        }
    }

    private void write(List<Receipt> receipts, Path file) {
        new ReceiptCsv(new ReceiptCsv.Options(byteOrderMark, decimalComma)).save(receipts, file, output.progress());
        if (output.isJson()) {
            output.json(Output.object().put("file", file.toString()).put("receipts", receipts.size()));
        } else {
            output.line(receipts.size() + " receipts written to " + file);
        }
    }

    private boolean isWanted(Receipt receipt) {
        return (from == null || !receipt.date().isBefore(from))
                && (to == null || !receipt.date().isAfter(to));
    }

    private static TextTable table(List<Receipt> receipts) {
        var table = new TextTable("date", "merchant", "amount", "", "kind", "category", "order", "subject");
        for (var receipt : receipts) {
            table.row(
                    receipt.date(),
                    receipt.merchant(),
                    MoneyJson.amount(receipt.amount(), receipt.currency()),
                    receipt.currency(),
                    kind(receipt),
                    receipt.category(),
                    receipt.orderId().orElse(""),
                    receipt.leading().message().envelope().subject());
        }
        return table;
    }

    private static String kind(Receipt receipt) {
        var status = receipt.status().name().toLowerCase(Locale.ROOT);
        return receipt.status() == ChargeStatus.CHARGED
                ? receipt.kind().id()
                : receipt.kind().id() + ", " + status;
    }
}
