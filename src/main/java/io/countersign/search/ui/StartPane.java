package io.countersign.search.ui;

import io.countersign.search.SearchDesk.SavedSearch;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Before anything is typed: what can be, and what was kept. */
final class StartPane extends StackPane {
    private static final List<String> EXAMPLES = List.of(
            "search.example.words",
            "search.example.phrase",
            "search.example.from",
            "search.example.subject",
            "search.example.category",
            "search.example.stage",
            "search.example.dates",
            "search.example.attachment",
            "search.example.not");

    private final SearchViewModel model;
    private final SearchWords words;
    private final FlowPane saved = new FlowPane();
    private final VBox savedPart;
    private final Runnable onChosen;

    /** {@code onChosen} gives the field the keyboard. */
    StartPane(SearchViewModel model, SearchWords words, Runnable onChosen) {
        this.model = model;
        this.words = words;
        this.onChosen = onChosen;
        setId("search-start");
        getStyleClass().add("card");
        saved.getStyleClass().add("chips");
        saved.setMinHeight(USE_PREF_SIZE);
        savedPart = new VBox(new SectionLabel(words.get("search.saved.title")), saved);
        savedPart.getStyleClass().add("start-part");
        savedPart.managedProperty().bind(savedPart.visibleProperty());
        var all = new VBox(savedPart, examples());
        all.getStyleClass().add("start");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
        model.saved().searchesProperty().subscribe(this::show);
    }

    private VBox examples() {
        var grid = new GridPane();
        grid.getStyleClass().add("examples");
        for (int i = 0; i < EXAMPLES.size(); i++) {
            var example = words.get(EXAMPLES.get(i));
            var button = new Button(example);
            button.getStyleClass().setAll("button", "example");
            button.setMnemonicParsing(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                model.search(example);
                onChosen.run();
            });
            var meaning = new Label(words.get(EXAMPLES.get(i) + ".means"));
            meaning.getStyleClass().add("muted");
            meaning.setWrapText(true);
            meaning.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(i, button, meaning);
        }
        var title = new SectionLabel(words.get("search.examples"));
        var part = new VBox(title, grid);
        part.getStyleClass().add("start-part");
        return part;
    }

    private void show(List<SavedSearch> searches) {
        savedPart.setVisible(!searches.isEmpty());
        saved.getChildren().setAll(searches.stream().map(this::kept).toList());
    }

    private HBox kept(SavedSearch search) {
        var open = new Button(search.name());
        open.getStyleClass().add("quiet");
        open.setMnemonicParsing(false);
        open.setTooltip(new Tooltip(search.query()));
        open.setOnAction(_ -> {
            model.open(search);
            onChosen.run();
        });
        var forget = new Button(null, new FontIcon("mdi2c-close"));
        forget.getStyleClass().add("icon-button");
        forget.getGraphic().getStyleClass().add("icon-small");
        forget.setAccessibleText(words.get("search.forget.spoken", search.name()));
        forget.setTooltip(new Tooltip(words.get("search.forget")));
        forget.setOnAction(_ -> model.saved().forget(search));
        var both = new HBox(open, forget);
        both.getStyleClass().add("kept");
        return both;
    }
}
