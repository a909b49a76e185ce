package io.countersign.money.ui;

import io.countersign.money.ui.MoneyViewModel.Tab;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the money screen to its model. */
public final class MoneyController implements Showable, Filterable, CommandSource {
    private final MoneyViewModel model;
    private final MoneyWords words;
    private final FilterBar filters;
    private final ReceiptsPane receipts;
    private final DuplicatesPane duplicates;
    private final SpendingPane spending;

    @FXML
    private ScrollPane page;

    @FXML
    private VBox content;

    @FXML
    private FlowPane bar;

    @FXML
    private HBox tabBar;

    @FXML
    private ToggleGroup tabs;

    @FXML
    private ToggleButton duplicatesTab;

    @FXML
    private Label duplicatesCount;

    @FXML
    private StackPane tiles;

    @FXML
    private StackPane parts;

    public MoneyController(MoneyViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
        filters = new FilterBar(model.receipts(), words);
        receipts = new ReceiptsPane(model, words);
        duplicates = new DuplicatesPane(model.duplicates(), words);
        spending = new SpendingPane(model, words);
    }

    @FXML
    private void initialize() {
        bar.getChildren().add(filters);
        tiles.getChildren().add(new MoneyTiles(model, words));
        parts.getChildren().addAll(receipts, duplicates, spending);
        bindTabs();
        model.snapshotProperty().subscribe(_ -> filters.show());
        model.duplicates().openProperty().subscribe(open -> countDuplicates(open.intValue()));
        content.widthProperty().subscribe(_ -> arrange());
        filters.widthProperty().subscribe(_ -> arrange());
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void focus() {
        switch (model.tabProperty().get()) {
            case RECEIPTS -> receipts.focusTable();
            case DUPLICATES -> duplicates.focusList();
            case SPENDING -> spending.focusChart();
        }
    }

    @Override
    public void filter(String text) {
        var filter = model.receipts().filterProperty();
        if (!filter.get().text().equals(text)) {
            filter.set(filter.get().withText(text));
        }
    }

    @Override
    public String filterPrompt() {
        return words.get("money.filter.prompt");
    }

    @Override
    public List<Command> commands() {
        return MoneyCommands.of(model, words, this::focus);
    }

    private void bindTabs() {
        Segments.named(Tab.class, tabs).bind(model.tabProperty());
        model.tabProperty().subscribe(this::show);
    }

    private void show(Tab tab) {
        receipts.setVisible(tab == Tab.RECEIPTS);
        duplicates.setVisible(tab == Tab.DUPLICATES);
        spending.setVisible(tab == Tab.SPENDING);
        filters.setVisible(tab != Tab.DUPLICATES);
        filters.setManaged(tab != Tab.DUPLICATES);
        filters.onlyPeriod(tab == Tab.SPENDING);
        tiles.setVisible(tab == Tab.RECEIPTS);
        tiles.setManaged(tab == Tab.RECEIPTS);
        for (Region part : List.of(receipts, duplicates, spending)) {
            part.setManaged(part.isVisible());
        }
        if (page.getScene() != null) {
            focus();
        }
    }

    private void countDuplicates(int open) {
        duplicatesCount.setText(words.formats().number(open));
        duplicatesTab.setContentDisplay(
                open == 0 ? javafx.scene.control.ContentDisplay.TEXT_ONLY : javafx.scene.control.ContentDisplay.RIGHT);
        duplicatesTab.setAccessibleText(
                open == 0 ? words.get("money.tab.duplicates") : words.get("money.tab.duplicates.spoken", open));
    }

    /** The filters at the right of the tabs where both fit, else below them. */
    private void arrange() {
        double room = bar.getWidth() - tabBar.prefWidth(-1) - bar.getHgap();
        double wanted = filters.oneLineWidth();
        filters.setPrefWrapLength(wanted <= room ? room : bar.getWidth());
        filters.setPrefWidth(wanted <= room ? Math.floor(room) - 1 : bar.getWidth());
        filters.setAlignment(wanted <= room ? javafx.geometry.Pos.CENTER_RIGHT : javafx.geometry.Pos.CENTER_LEFT);
    }
}
