package io.countersign.money.ui;

import io.countersign.shared.ui.BesideOrBelow;
import io.countersign.shared.ui.EmptyState;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The table of receipts, and beside it the one that is chosen. */
final class ReceiptsPane extends StackPane {
    private static final BesideOrBelow.Sizes SIZES = new BesideOrBelow.Sizes(64, 0.36, 23, 29, 15, 22);

    private final MoneyViewModel money;
    private final ReceiptsViewModel model;
    private final MoneyWords words;
    private final TableView<ReceiptRow> table = new TableView<>();
    private final Label count = new Label();
    private final ToggleButton withoutAmount = new ToggleButton();
    private final VBox card = new VBox();
    private final ReceiptDetail detail;

    ReceiptsPane(MoneyViewModel money, MoneyWords words) {
        this.money = money;
        this.model = money.receipts();
        this.words = words;
        detail = new ReceiptDetail(model, words);
        card.getStyleClass().add("card");
        var list = new StackPane(table, nothingYet(), noHits(), unreadable());
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.getChildren().addAll(drillBar(), list, foot());
        getChildren().add(new BesideOrBelow(card, detail, SIZES));
        prepareTable();
        model.selectedProperty().subscribe(chosen -> detail.setVisible(chosen.isPresent()));
    }

    /** Gives the keyboard to the table. */
    void focusTable() {
        table.requestFocus();
    }

    private void prepareTable() {
        table.setId("receipts");
        table.getStyleClass().addAll("plain", "receipts");
        table.setAccessibleText(words.get("money.table"));
        table.setPlaceholder(new Region());
        table.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        ReceiptTable.prepare(table, model, words, count.fontProperty());
    }

    private HBox drillBar() {
        var title = new Label();
        title.setId("drill-title");
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var clear = new Button(words.get("money.filter.clear"));
        clear.setId("clear-drill");
        clear.getStyleClass().add("quiet");
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setOnAction(_ -> model.clearFilter());
        var bar = new HBox(title, clear);
        bar.getStyleClass().add("card-header");
        bar.managedProperty().bind(bar.visibleProperty());
        model.filterProperty().subscribe(filter -> {
            bar.setVisible(filter.drill().isPresent());
            title.setText(filter.drill().map(ReceiptFilter.Drill::title).orElse(""));
        });
        return bar;
    }

    private HBox foot() {
        count.setId("count");
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        withoutAmount.setId("without-amount");
        withoutAmount.getStyleClass().add("segment");
        withoutAmount.setMinWidth(USE_PREF_SIZE);
        withoutAmount.managedProperty().bind(withoutAmount.visibleProperty());
        withoutAmount.setOnAction(_ ->
                model.filterProperty().set(model.filterProperty().get().withWithoutAmount(withoutAmount.isSelected())));
        model.filterProperty().subscribe(filter -> withoutAmount.setSelected(filter.withoutAmount()));
        model.generationProperty().subscribe(_ -> count());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(count, gap, withoutAmount);
        foot.getStyleClass().addAll("card-footer", "receipts-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    private void count() {
        int shown = model.rows().size();
        int open = model.snapshot().withoutAmount().size();
        boolean isOpen = model.filterProperty().get().withoutAmount();
        int all = isOpen ? open : model.snapshot().charges().size();
        count.setText(words.get(
                shown == all ? "money.count" : "money.count.of",
                shown,
                words.formats().number(shown),
                words.formats().number(all)));
        withoutAmount.setVisible(open > 0 || isOpen);
        withoutAmount.setText(
                words.get("money.without.amount", open, words.formats().number(open)));
    }

    private EmptyState nothingYet() {
        var state = EmptyState.of("nothing-yet", "mdi2r-receipt-text-outline", words.get("money.empty"));
        state.setMessage(words.get("money.empty.hint"));
        state.showWhen(money.loadedProperty()
                .and(Bindings.createBooleanBinding(
                        () -> money.snapshotProperty().get().isEmpty()
                                && money.loadFailureProperty().get().isEmpty(),
                        money.snapshotProperty(),
                        money.loadFailureProperty())));
        return state;
    }

    private EmptyState noHits() {
        var state = EmptyState.of("no-hits", "mdi2m-magnify", words.get("money.no.hits"));
        state.setMessage(words.get("money.no.hits.hint"));
        var all = new Button(words.get("money.show.all"));
        all.setId("show-all");
        all.setOnAction(_ -> model.showAll());
        state.getChildren().add(all);
        state.showWhen(Bindings.createBooleanBinding(
                () -> model.rows().isEmpty() && !model.snapshot().isEmpty(), model.rows(), model.generationProperty()));
        return state;
    }

    private EmptyState unreadable() {
        var state = EmptyState.of("unreadable", "mdi2a-alert-circle-outline", words.get("money.not.loaded"));
        money.loadFailureProperty().subscribe(state::setMessage);
        var again = new Button(words.get("money.read.again"));
        again.setOnAction(_ -> money.load());
        state.getChildren().add(again);
        state.showWhen(money.loadFailureProperty().isNotEmpty().and(Bindings.isEmpty(model.rows())));
        return state;
    }
}
