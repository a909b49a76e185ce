package io.countersign.api.routes;

import io.countersign.api.Call;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.money.DuplicatePair;
import io.countersign.money.MerchantKeys;
import io.countersign.money.MoneyDesk;
import io.countersign.money.MoneyJson;
import io.countersign.money.ReceiptCsv;
import io.countersign.money.Spending;
import io.countersign.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Receipts, doubles and spending. */
public final class MoneyRoutes {
    private static final int LONGEST_WINDOW = 366;

    private final MoneyDesk money;
    private final Function<DuplicatePair.Reason, String> words;
    private final MerchantKeys keys = MerchantKeys.load();

    /** @param words says a reason in an English sentence */
    public MoneyRoutes(MoneyDesk money, Function<DuplicatePair.Reason, String> words) {
        this.money = money;
        this.words = words;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.of(Verb.GET, "/api/money/receipts.csv", "Every charge once, as CSV.", this::receipts),
                new Route(
                        Verb.GET,
                        "/api/money/duplicates",
                        "Charges that may have been paid twice, most suspect first.",
                        Set.of("window_days"),
                        this::duplicates),
                Route.of(Verb.GET, "/api/money/summary", "What was spent, per currency.", this::summary));
    }

    private Reply receipts(Call call) {
        var csv = new StringBuilder();
        try {
            new ReceiptCsv(ReceiptCsv.Options.STANDARD).write(money.receipts(), csv, call.progress());
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        return new Reply.Whole(
                200,
                "text/csv;charset=utf-8;header=present",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Disposition", "attachment; filename=\"receipts.csv\""));
    }

    private Reply duplicates(Call call) {
        int days = call.number("window_days", 0, LONGEST_WINDOW).orElse(MoneyDesk.WINDOW_DAYS);
        return Reply.json(Json.array(money.duplicates(days).stream()
                .filter(pair -> pair.answer().orElse(true))
                .map(pair -> MoneyJson.of(pair, words))
                .toList()));
    }

    private Reply summary(Call call) {
        var spending = Spending.of(money.receipts(), keys);
        return Reply.json(Json.array(spending.currencies().stream()
                .map(code -> MoneyJson.of(spending.in(code)))
                .toList()));
    }
}
