package io.countersign.ats.ui;

import io.countersign.shared.ui.SnapshotList;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One column of the board: its name, how many there are, and the cards. */
final class LanePane extends VBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double CARD_EM = 6.1;

    private final ApplicationWords words;
    private final SnapshotList<ApplicationRow> rows = new SnapshotList<>();
    private final ListView<ApplicationRow> list = new ListView<>(rows);
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label parts = new Label();
    private Board.Lane lane = new Board.Lane(Optional.empty(), java.util.List.of());

    LanePane(ApplicationWords words) {
        this.words = words;
        getStyleClass().add("lane");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        count.getStyleClass().add("badge");
        count.setMinWidth(USE_PREF_SIZE);
        parts.getStyleClass().addAll("muted", "small", "lane-parts");
        parts.setWrapText(true);
        parts.setMinHeight(USE_PREF_SIZE);
        parts.managedProperty().bind(parts.visibleProperty());
        var head = new HBox(name, count);
        head.getStyleClass().add("lane-head");
        list.getStyleClass().add("lane-list");
        list.setCellFactory(_ -> new CardCell(words));
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, parts, list);
        name.fontProperty().subscribe(font -> list.setFixedCellSize(Math.rint(CARD_EM * font.getSize())));
    }

    /** Shows another content. */
    void show(Board.Lane shown) {
        lane = shown;
        rows.replace(shown.rows());
        var title = shown.stage().map(words::stage).orElseGet(() -> words.get("applications.board.ended"));
        name.setText(title);
        count.setText(words.formats().number(shown.rows().size()));
        parts.setText(
                shown.stage().isPresent()
                        ? ""
                        : shown.counts().entrySet().stream()
                                .map(entry -> words.get(
                                        "applications.board.part",
                                        words.formats().number(entry.getValue()),
                                        words.stage(entry.getKey())))
                                .collect(Collectors.joining(" · ")));
        parts.setVisible(!parts.getText().isEmpty());
        list.setId("lane-" + shown.stage().map(stage -> stage.id()).orElse("ended"));
        list.setAccessibleText(
                words.get("applications.board.lane", title, shown.rows().size()));
    }

    Board.Lane lane() {
        return lane;
    }

    ListView<ApplicationRow> list() {
        return list;
    }

    SnapshotList<ApplicationRow> rows() {
        return rows;
    }

    /** Shows that a card would come here. */
    void target(boolean is) {
        pseudoClassStateChanged(TARGET, is);
    }
}
