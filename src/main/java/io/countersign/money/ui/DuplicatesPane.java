package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Segments;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Suspected doubles: the list of pairs, and the current one with both sides beside each other. */
final class DuplicatesPane extends GridPane {
    private static final double LIST_EM = 25;
    private static final double SIDE_BY_SIDE_EM = 56;
    private static final double LOWEST_LIST_EM = 13;
    private static final double LOWEST_PAIR_EM = 20;
    private static final double ROW_EM = 4.6;

    private final DuplicatesViewModel model;
    private final MoneyWords words;
    private final ListView<DuplicatePair> list = new ListView<>();
    private final VBox listCard = new VBox();
    private final StackPane pairCard = new StackPane();
    private final EmptyState nothing = new EmptyState();
    private final ToggleButton open = segment("open");
    private final ToggleButton answered = segment("answered");
    private final Label ruler = new Label();

    DuplicatesPane(DuplicatesViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("duplicates-part");
        listCard.getStyleClass().add("card");
        var lists = new StackPane(list);
        lists.setMinHeight(0);
        VBox.setVgrow(lists, Priority.ALWAYS);
        listCard.getChildren().addAll(header(), lists);
        pairCard.getStyleClass().add("card");
        pairCard.setMinWidth(0);
        var pair = new PairPane(model, words);
        pair.visibleProperty().bind(Bindings.isNotEmpty(model.pairs()));
        nothing.visibleProperty().bind(pair.visibleProperty().not());
        nothing.setId("no-pairs");
        pairCard.getChildren().addAll(nothing, pair);
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().addAll(listCard, pairCard, ruler);
        prepareList();
        model.answeredProperty().subscribe(this::showWhich);
        ruler.fontProperty().subscribe(font -> list.setFixedCellSize(Math.rint(ROW_EM * font.getSize())));
        ruler.fontProperty().subscribe(_ -> arrange());
        widthProperty().subscribe(_ -> arrange());
    }

    /** Gives the keyboard to the list. */
    void focusList() {
        list.requestFocus();
    }

    private FlowPane header() {
        new Segments<Boolean>().with(false, open).with(true, answered).bind(model.answeredProperty());
        model.openProperty()
                .subscribe(count -> open.setText(
                        words.get("money.pairs.open", words.formats().number(count.intValue()))));
        model.closedProperty()
                .subscribe(count -> answered.setText(
                        words.get("money.pairs.answered", words.formats().number(count.intValue()))));
        var header = new FlowPane(open, answered);
        header.getStyleClass().addAll("card-header", "chips");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private void prepareList() {
        list.setId("pairs");
        list.getStyleClass().addAll("plain", "pairs");
        list.setAccessibleText(words.get("money.pairs"));
        list.setItems(model.pairs());
        list.setCellFactory(_ -> new PairCell(words));
        list.getSelectionModel().selectedItemProperty().subscribe(pair -> {
            if (pair != null) {
                model.currentProperty().set(Optional.of(pair));
            }
        });
        model.currentProperty().subscribe(this::follow);
        model.pairs().subscribe(() -> follow(model.currentProperty().get()));
    }

    private void follow(Optional<DuplicatePair> pair) {
        int index = pair.map(model.pairs()::indexOf).orElse(-1);
        if (index >= 0 && list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void showWhich(boolean showAnswered) {
        (showAnswered ? answered : open).setSelected(true);
        nothing.setIcon(showAnswered ? "mdi2c-content-duplicate" : "mdi2c-check-all");
        nothing.setTitle(words.get(showAnswered ? "money.pairs.none.answered" : "money.pairs.none"));
        nothing.setMessage(words.get(showAnswered ? "money.pairs.none.answered.hint" : "money.pairs.none.hint"));
    }

    private void arrange() {
        double em = ruler.getFont().getSize();
        boolean beside = getWidth() >= SIDE_BY_SIDE_EM * em;
        double wanted = Math.rint(Math.min(LIST_EM * em, getWidth() * 0.36));
        listCard.setMinWidth(beside ? wanted : 0);
        listCard.setPrefWidth(beside ? wanted : USE_COMPUTED_SIZE);
        listCard.setMaxWidth(beside ? wanted : Double.MAX_VALUE);
        listCard.setMinHeight(LOWEST_LIST_EM * em);
        pairCard.setMinHeight(LOWEST_PAIR_EM * em);
        GridPane.setConstraints(listCard, 0, 0);
        GridPane.setConstraints(pairCard, beside ? 1 : 0, beside ? 0 : 1);
        GridPane.setHgrow(listCard, beside ? Priority.NEVER : Priority.ALWAYS);
        GridPane.setHgrow(pairCard, Priority.ALWAYS);
        GridPane.setVgrow(listCard, beside ? Priority.ALWAYS : Priority.NEVER);
        GridPane.setVgrow(pairCard, Priority.ALWAYS);
    }

    private static ToggleButton segment(String id) {
        var segment = new ToggleButton();
        segment.setId("pairs-" + id);
        segment.getStyleClass().add("segment");
        segment.setMinWidth(USE_PREF_SIZE);
        return segment;
    }
}
