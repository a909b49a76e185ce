package io.countersign.money.cli;

import io.countersign.money.Figure;
import io.countersign.money.MerchantKeys;
import io.countersign.money.MoneyDesk;
import io.countersign.money.MoneyJson;
import io.countersign.money.Spending;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spending [--by month|merchant|category]} */
@Command(name = "spending", description = "Adds up what was spent, for each currency.")
public final class SpendingCommand implements Runnable {
    /** How the table is divided. */
    enum Division {
        MONTH,
        MERCHANT,
        CATEGORY;

        Map<?, Figure> of(Spending.Currency currency) {
            return switch (this) {
                case MONTH -> currency.byMonth();
                case MERCHANT -> currency.byMerchant();
                case CATEGORY -> currency.byCategory();
            };
        }
    }

    private final Supplier<MoneyDesk> desk;
    private final Output output;

    @Option(
            names = "--by",
            paramLabel = "DIVISION",
            description = "month, merchant or category (default: month); --json has all three")
    private Division by = Division.MONTH;

    public SpendingCommand(Supplier<MoneyDesk> desk, Output output) {
        this.desk = desk;
        this.output = output;
    }

    @Override
    public void run() {
        var spending = Spending.of(desk.get().receipts(), MerchantKeys.load());
        if (output.isJson()) {
            spending.currencies().forEach(code -> output.json(MoneyJson.of(spending.in(code))));
        } else {
            output.table(table(spending));
        }
    }

    private TextTable table(Spending spending) {
        var table = new TextTable("currency", by.name().toLowerCase(Locale.ROOT), "total", "count", "average");
        for (var code : spending.currencies()) {
            var currency = spending.in(code);
            by.of(currency).forEach((key, figure) -> row(table, code, key, figure));
            row(table, code, "all", currency.total());
            rowIfAny(table, code, "pending", currency.pending());
            rowIfAny(table, code, "cancelled", currency.cancelled());
            rowIfAny(table, code, "income", currency.income());
        }
        return table;
    }

    private static void rowIfAny(TextTable table, String code, String what, Figure figure) {
        if (figure.count() > 0) {
            row(table, code, what, figure);
        }
    }

    private static void row(TextTable table, String code, Object key, Figure figure) {
        table.row(
                code,
                key,
                MoneyJson.amount(figure.total(), code),
                figure.count(),
                MoneyJson.amount(figure.average(), code));
    }
}
