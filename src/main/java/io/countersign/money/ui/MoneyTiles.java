package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import io.countersign.money.Subscription;
import io.countersign.shared.ui.Tile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The figures above everything: what was spent, what repeats, what may have been paid twice. Currencies are never added. */
final class MoneyTiles extends GridPane {
    private static final double TWO_BY_TWO_EM = 46;
    private static final String NONE = "–";

    private final MoneyWords words;
    private final Tile first = tile("first-currency");
    private final Tile second = tile("second-currency");
    private final Tile subscriptions = tile("subscriptions");
    private final Tile suspects = tile("suspects");

    private record Sum(String currency, String amount) {}

    MoneyTiles(MoneyViewModel model, MoneyWords words) {
        this.words = words;
        getStyleClass().add("money-tiles");
        for (int i = 0; i < 4; i++) {
            var quarter = new ColumnConstraints();
            quarter.setPercentWidth(25);
            getColumnConstraints().add(quarter);
        }
        getChildren().addAll(first, second, subscriptions, suspects);
        model.receipts().totalsProperty().subscribe(this::totals);
        model.snapshotProperty().subscribe(snapshot -> {
            subscriptions(snapshot.subscriptions());
            suspects(snapshot.unanswered());
        });
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
    }

    private void totals(List<CurrencyTotal> totals) {
        currency(first, totals, 0);
        currency(second, totals, 1);
        var more = totals.stream().skip(2).toList();
        second.setTooltip(
                more.isEmpty()
                        ? null
                        : new Tooltip(more.stream()
                                .map(total -> words.money(total.total(), total.currency()))
                                .collect(Collectors.joining("\n"))));
        arrange(getWidth());
    }

    private void currency(Tile tile, List<CurrencyTotal> totals, int place) {
        if (place >= totals.size()) {
            tile.setName(words.get(place == 0 ? "money.tile.charges" : "money.tile.other"));
            tile.show(NONE, words.get(place == 0 ? "money.tile.none" : "money.tile.no.other"));
            return;
        }
        var total = totals.get(place);
        var parts = new ArrayList<String>();
        parts.add(words.get("money.tile.count", total.count(), words.formats().number(total.count())));
        if (total.count() > 0) {
            parts.add(words.get("money.tile.average", words.formats().rounded(total.average(), total.currency())));
        }
        if (total.pending().signum() != 0) {
            parts.add(words.get("money.tile.pending", words.formats().rounded(total.pending(), total.currency())));
        }
        if (place == 1 && totals.size() > 2) {
            parts.add(words.get("money.tile.more", totals.size() - 2));
        }
        tile.setName(total.currency());
        tile.show(words.formats().rounded(total.total(), total.currency()), String.join(" · ", parts));
    }

    private void subscriptions(List<Subscription> all) {
        var running = all.stream().filter(Subscription::running).toList();
        if (running.isEmpty()) {
            subscriptions.setName(words.get("money.tile.subscriptions"));
            subscriptions.show(NONE, words.get("money.tile.no.subscriptions"));
            return;
        }
        var monthly = sums(running.stream()
                .collect(Collectors.groupingBy(
                        Subscription::currency,
                        LinkedHashMap::new,
                        Collectors.mapping(Subscription::monthly, Collectors.toList()))));
        var next =
                running.stream().min(Comparator.comparing(Subscription::next)).orElseThrow();
        var note = words.get("money.tile.running", running.size(), next.merchant(), words.date(next.next()));
        subscriptions.setName(words.get("money.tile.subscriptions") + " · "
                + monthly.getFirst().currency());
        subscriptions.show(words.get("money.tile.monthly", monthly.getFirst().amount()), withRest(note, monthly));
    }

    private void suspects(List<DuplicatePair> pairs) {
        if (pairs.isEmpty()) {
            suspects.setName(words.get("money.tile.duplicates"));
            suspects.show(NONE, words.get("money.tile.no.duplicates"));
            return;
        }
        var sums = sums(pairs.stream()
                .map(DuplicatePair::later)
                .collect(Collectors.groupingBy(
                        receipt -> receipt.currency(),
                        LinkedHashMap::new,
                        Collectors.mapping(receipt -> receipt.amount(), Collectors.toList()))));
        suspects.setName(
                words.get("money.tile.duplicates") + " · " + sums.getFirst().currency());
        suspects.show(sums.getFirst().amount(), withRest(words.get("money.tile.pairs", pairs.size()), sums));
    }

    /** A sum for each currency, the one of most amounts first. */
    private List<Sum> sums(Map<String, List<BigDecimal>> amounts) {
        return amounts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<BigDecimal>> entry) ->
                                entry.getValue().size())
                        .reversed())
                .map(entry -> new Sum(
                        entry.getKey(),
                        words.formats()
                                .rounded(
                                        entry.getValue().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                                        entry.getKey())))
                .toList();
    }

    private static String withRest(String note, List<Sum> sums) {
        return note
                + sums.stream()
                        .skip(1)
                        .map(sum -> " · + " + sum.currency() + " " + sum.amount())
                        .collect(Collectors.joining());
    }

    private void arrange(double width) {
        boolean twoByTwo = width < TWO_BY_TWO_EM * first.emSize();
        int place = 0;
        for (var tile : List.of(first, second, subscriptions, suspects)) {
            int span = twoByTwo ? 2 : 1;
            GridPane.setConstraints(tile, place * span % 4, place * span / 4, span, 1);
            place++;
        }
    }

    private static Tile tile(String id) {
        var tile = new Tile();
        tile.setId(id);
        return tile;
    }
}
