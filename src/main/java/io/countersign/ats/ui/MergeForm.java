package io.countersign.ats.ui;

import io.countersign.shared.text.TextFold;
import io.countersign.shared.ui.SnapshotList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Which other application this one is the same as; those of the same employer come first. */
final class MergeForm extends StackPane {
    private final ApplicationsViewModel model;
    private final TextField search = new TextField();
    private final ListView<ApplicationRow> list = new ListView<>();
    private final SnapshotList<ApplicationRow> shown = new SnapshotList<>();
    private final List<ApplicationRow> others;

    MergeForm(ApplicationsViewModel model, ApplicationWords words, ApplicationRow row) {
        this.model = model;
        var company = TextFold.fold(row.company());
        others = model.snapshotProperty().get().rows().stream()
                .filter(other -> !other.id().equals(row.id()))
                .sorted(Comparator.comparing((ApplicationRow other) ->
                        company.isEmpty() || !TextFold.fold(other.company()).equals(company)))
                .toList();
        list.getStyleClass().add("merge-list");
        list.setItems(shown);
        list.setCellFactory(_ -> new Candidate(words));
        list.setPrefHeight(180);
        search.textProperty().subscribe(this::narrow);
        search.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().select(0);
                key.consume();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                save();
                key.consume();
            }
        });
        var frame = new FormFrame(words, "applications.ask.merge", "applications.merge")
                .hint(words.get("applications.ask.merge.hint", words.title(row)))
                .field("search", search)
                .field("other", list)
                .buttons(this::save, model::close);
        list.getSelectionModel().selectedItemProperty().subscribe(other -> frame.enableSave(other != null));
        getChildren().add(frame);
    }

    /** Puts the keyboard into the first field. */
    void begin() {
        search.requestFocus();
    }

    private void narrow(String text) {
        shown.replace(ApplicationFilter.OPEN.withText(text).withText(others));
        if (shown.isEmpty() || text.isBlank()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(0);
        }
    }

    private void save() {
        var other = list.getSelectionModel().getSelectedItem();
        if (other != null) {
            model.correct(row -> model.corrections().merge(row, other));
        }
    }

    private static final class Candidate extends ListCell<ApplicationRow> {
        private final ApplicationWords words;

        Candidate(ApplicationWords words) {
            this.words = words;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.title(row) + " · " + words.stage(row.stage()));
        }
    }
}
