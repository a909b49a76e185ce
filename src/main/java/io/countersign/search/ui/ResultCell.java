package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Snippet;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Shows a hit; asks for its snippet only once it is on the screen. */
final class ResultCell extends ListCell<Hit> {
    private final SearchViewModel model;
    private final ResultRow row;
    private Optional<Snippet> snippet = Optional.empty();

    ResultCell(SearchViewModel model, SearchWords words) {
        this.model = model;
        row = new ResultRow(words);
        getStyleClass().add("result-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && getItem() != null) {
                model.toggleOpen();
            }
        });
        model.snippets().arrivalsProperty().subscribe((_, _) -> showSnippet());
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            // A cell that is only put aside, as all are with every letter, keeps its row: styling it anew takes long.
            if (getIndex() >= 0) {
                setGraphic(null);
            }
            setAccessibleText(null);
            return;
        }
        show(hit);
        setGraphic(row);
        setAccessibleText(row.spoken(hit));
        model.near(getIndex());
    }

    private void showSnippet() {
        var hit = getItem();
        if (hit != null && !isEmpty() && getListView() != null && snippet.isEmpty()) {
            show(hit);
        }
    }

    private void show(Hit hit) {
        snippet = model.snippets().of(hit.mail().id());
        row.show(hit, snippet, model.isSimilar(hit));
    }
}
