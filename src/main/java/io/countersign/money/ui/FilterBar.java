package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.shared.ui.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The drop-down lists above the table: they show the filter of the model and change it. */
final class FilterBar extends FlowPane {
    private final ReceiptsViewModel model;
    private final MoneyWords words;
    private final ComboBox<Choice<Period.Choice>> period = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final HBox days = new HBox(from, new Label("–"), to);
    private final ComboBox<Choice<Optional<String>>> merchant = new ComboBox<>();
    private final ComboBox<Choice<Optional<Facet>>> kind = new ComboBox<>();
    private final ComboBox<Choice<Optional<String>>> currency = new ComboBox<>();
    private final ExportButton export;
    private boolean showing;

    FilterBar(ReceiptsViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("filters");
        days.getStyleClass().add("days");
        days.managedProperty().bind(days.visibleProperty());
        export = new ExportButton(model, words);
        getChildren().addAll(period, days, merchant, kind, currency, export);
        prepare(period, "period", this::choosePeriod);
        prepare(merchant, "merchant", chosen -> change(filter().withMerchant(chosen)));
        prepare(kind, "kind", chosen -> change(filter().withFacet(chosen)));
        prepare(currency, "currency", chosen -> change(filter().withCurrency(chosen)));
        prepare(from, "from");
        prepare(to, "to");
        model.filterProperty().subscribe(_ -> show());
    }

    /** Offers what there is to choose from. */
    void show() {
        showing = true;
        var filter = filter();
        var offer = model.snapshot().offer(filter.withoutAmount());
        offer(period, periods(), filter.period().choice());
        days.setVisible(filter.period().choice() == Period.Choice.CUSTOM);
        from.setValue(filter.period().from().orElse(null));
        to.setValue(filter.period().to().orElse(null));
        offer(merchant, named("merchants", offer.merchants()), filter.merchant());
        offer(kind, facets(offer.categories()), filter.facet());
        offer(currency, named("currencies", offer.currencies()), filter.currency());
        showing = false;
    }

    /** Leaves only the choice of the period where the others would change nothing. */
    void onlyPeriod(boolean only) {
        for (var box : List.of(merchant, kind, currency, export)) {
            box.setVisible(!only);
            box.setManaged(!only);
        }
    }

    /** How wide it is when nothing wraps. */
    double oneLineWidth() {
        var shown = getManagedChildren();
        return shown.stream().mapToDouble(node -> node.prefWidth(-1)).sum() + getHgap() * Math.max(0, shown.size() - 1);
    }

    private <T> void prepare(ComboBox<Choice<T>> box, String id, Consumer<T> onChosen) {
        box.setId(id);
        box.setAccessibleText(words.get("money.filter." + id));
        box.setVisibleRowCount(14);
        box.valueProperty().subscribe(choice -> {
            if (choice != null && !showing) {
                onChosen.accept(choice.value());
            }
        });
    }

    private void prepare(DatePicker picker, String id) {
        picker.setId(id);
        picker.setAccessibleText(words.get("money.filter." + id));
        picker.setPromptText(words.get("money.filter." + id));
        picker.setConverter(words.days());
        picker.valueProperty().subscribe(_ -> chooseDays());
    }

    private static <T> void offer(ComboBox<Choice<T>> box, List<Choice<T>> offered, T chosen) {
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
        }
        offered.stream()
                .filter(choice -> choice.value().equals(chosen))
                .findFirst()
                .ifPresentOrElse(box::setValue, () -> box.setValue(new Choice<>(chosen, String.valueOf(chosen))));
    }

    private void choosePeriod(Period.Choice choice) {
        var before = filter().period();
        change(filter().withPeriod(
                        choice == Period.Choice.CUSTOM && before.from().isPresent()
                                ? Period.custom(before.from(), before.to())
                                : Period.of(choice, model.today())));
    }

    private void chooseDays() {
        if (!showing && filter().period().choice() == Period.Choice.CUSTOM) {
            change(filter().withPeriod(
                            Period.custom(Optional.ofNullable(from.getValue()), Optional.ofNullable(to.getValue()))));
        }
    }

    private List<Choice<Period.Choice>> periods() {
        return Stream.of(Period.Choice.values())
                .map(choice -> new Choice<>(choice, words.get("money.period." + choice.name())))
                .toList();
    }

    private List<Choice<Optional<String>>> named(String key, List<String> names) {
        return orAll(key, names.stream().map(name -> new Choice<>(Optional.of(name), name)));
    }

    private List<Choice<Optional<Facet>>> facets(List<String> categories) {
        var facets = new ArrayList<Facet>();
        Stream.of(ReceiptKind.values()).map(Facet.OfKind::new).forEach(facets::add);
        facets.add(new Facet.OfStatus(ChargeStatus.PENDING));
        facets.add(new Facet.OfStatus(ChargeStatus.CANCELLED));
        categories.stream().map(Facet.OfCategory::new).forEach(facets::add);
        return orAll("kinds", facets.stream().map(facet -> new Choice<>(Optional.of(facet), words.facet(facet))));
    }

    private <T> List<Choice<Optional<T>>> orAll(String key, Stream<Choice<Optional<T>>> named) {
        return Stream.concat(Stream.of(new Choice<>(Optional.<T>empty(), words.get("money.filter.all." + key))), named)
                .toList();
    }

    private ReceiptFilter filter() {
        return model.filterProperty().get();
    }

    private void change(ReceiptFilter changed) {
        model.filterProperty().set(changed);
    }
}
