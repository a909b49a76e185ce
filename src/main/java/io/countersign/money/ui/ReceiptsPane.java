package io.countersign.money.ui;

import io.countersign.shared.ui.EmptyState;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The table of receipts, and beside it the one that is chosen. */
final class ReceiptsPane extends GridPane {
    private static final double SIDE_BY_SIDE_EM = 64;
    private static final double NARROWEST_DETAIL_EM = 23;
    private static final double WIDEST_DETAIL_EM = 29;
    private static final double LOWEST_EM = 15;
    private static final double LOWEST_DETAIL_EM = 22;

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
        getStyleClass().add("receipts-part");
        card.getStyleClass().add("card");
        card.setMinWidth(0);
        var list = new StackPane(table, nothingYet(), noHits(), unreadable());
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.getChildren().addAll(drillBar(), list, foot());
        getChildren().addAll(card, detail);
        prepareTable();
        model.selectedProperty().subscribe(_ -> arrange());
        widthProperty().subscribe(_ -> arrange());
        count.fontProperty().subscribe(_ -> arrange());
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
        var state = empty("mdi2r-receipt-text-outline", "money.empty", "nothing-yet");
        state.setMessage(words.get("money.empty.hint"));
        when(
                state,
                money.loadedProperty()
                        .and(Bindings.createBooleanBinding(
                                () -> money.snapshotProperty().get().isEmpty()
                                        && money.loadFailureProperty().get().isEmpty(),
                                money.snapshotProperty(),
                                money.loadFailureProperty())));
        return state;
    }

    private EmptyState noHits() {
        var state = empty("mdi2m-magnify", "money.no.hits", "no-hits");
        state.setMessage(words.get("money.no.hits.hint"));
        var all = new Button(words.get("money.show.all"));
        all.setId("show-all");
        all.setOnAction(_ -> model.showAll());
        state.getChildren().add(all);
        when(
                state,
                Bindings.createBooleanBinding(
                        () -> model.rows().isEmpty() && !model.snapshot().isEmpty(),
                        model.rows(),
                        model.generationProperty()));
        return state;
    }

    private EmptyState unreadable() {
        var state = empty("mdi2a-alert-circle-outline", "money.not.loaded", "unreadable");
        money.loadFailureProperty().subscribe(state::setMessage);
        var again = new Button(words.get("money.read.again"));
        again.setOnAction(_ -> money.load());
        state.getChildren().add(again);
        when(state, money.loadFailureProperty().isNotEmpty().and(Bindings.isEmpty(model.rows())));
        return state;
    }

    private EmptyState empty(String icon, String key, String id) {
        var state = new EmptyState();
        state.setId(id);
        state.setIcon(icon);
        state.setTitle(words.get(key));
        return state;
    }

    private static void when(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** The chosen receipt beside the table where there is room for both, else below it. */
    private void arrange() {
        double em = count.getFont().getSize();
        boolean chosen = model.selectedProperty().get().isPresent();
        boolean beside = getWidth() >= SIDE_BY_SIDE_EM * em;
        detail.setVisible(chosen);
        detail.setManaged(chosen);
        GridPane.setConstraints(card, 0, 0, 1, 1, HPos.LEFT, VPos.TOP, Priority.ALWAYS, Priority.ALWAYS);
        GridPane.setConstraints(
                detail,
                beside ? 1 : 0,
                beside ? 0 : 1,
                1,
                1,
                HPos.LEFT,
                VPos.TOP,
                beside ? Priority.NEVER : Priority.ALWAYS,
                Priority.ALWAYS);
        double wanted = Math.clamp(0.36 * getWidth(), NARROWEST_DETAIL_EM * em, WIDEST_DETAIL_EM * em);
        detail.setPrefWidth(beside ? Math.rint(wanted) : USE_COMPUTED_SIZE);
        detail.setMinWidth(beside ? Math.rint(wanted) : 0);
        detail.setMaxWidth(beside ? Math.rint(wanted) : Double.MAX_VALUE);
        card.setMinHeight(LOWEST_EM * em);
        detail.setMinHeight((beside ? LOWEST_EM : LOWEST_DETAIL_EM) * em);
    }
}
