package io.countersign.ats.ui;

import io.countersign.mail.Stage;
import io.countersign.shared.ui.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * Applications in columns by stage. Arrow keys go through the cards, Enter opens one; a card is moved to another column by
 * dragging it or with Shift and an arrow, which corrects its stage.
 */
final class BoardPane extends StackPane {
    private static final double NARROWEST_EM = 12;

    private final ApplicationsViewModel model;
    private final ListingViewModel listing;
    private final ApplicationWords words;
    private final List<LanePane> lanes = new ArrayList<>();
    private final HBox columns = new HBox();
    private final ScrollPane scroll = new ScrollPane(columns);
    private boolean following;

    BoardPane(ApplicationsViewModel model, ApplicationWords words) {
        this.model = model;
        this.listing = model.listing();
        this.words = words;
        setId("board");
        getStyleClass().add("board");
        columns.getStyleClass().add("lanes");
        scroll.setId("board-scroll");
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        var layer = new Pane();
        layer.setMouseTransparent(true);
        getChildren().addAll(scroll, layer);
        for (var lane : listing.boardProperty().get().lanes()) {
            add(lane);
        }
        CardDrag.install(scroll, layer, lanes, this::move);
        listing.boardProperty().subscribe(this::show);
        listing.generationProperty().subscribe(_ -> follow());
        listing.selectedProperty().subscribe(_ -> follow());
        model.tabProperty().subscribe(_ -> follow());
    }

    private void add(Board.Lane lane) {
        var pane = new LanePane(words);
        pane.show(lane);
        HBox.setHgrow(pane, Priority.ALWAYS);
        pane.list().getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following && !listing.isReplacing()) {
                listing.selectedProperty().set(Optional.of(row));
            }
        });
        pane.list().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        pane.list().setOnMouseClicked(click -> {
            if (click.isStillSincePress() && listing.selectedProperty().get().isPresent()) {
                model.openProperty().set(true);
            }
        });
        lanes.add(pane);
        columns.getChildren().add(pane);
    }

    /** Gives the keyboard to the chosen card, or to the first one. */
    void focusCards() {
        int at = listing.selectedProperty()
                .get()
                .map(listing.boardProperty().get()::laneOf)
                .orElse(-1);
        lanes.stream()
                .filter(lane -> at < 0 ? !lane.rows().isEmpty() : lanes.indexOf(lane) == at)
                .findFirst()
                .ifPresent(lane -> {
                    lane.list().requestFocus();
                    if (at < 0) {
                        listing.selectedProperty().set(Optional.of(lane.rows().get(0)));
                    }
                });
    }

    /** Goes so many cards down; stays within the column. */
    void moveBy(int steps) {
        current()
                .ifPresentOrElse(
                        lane -> select(lane, lane.list().getSelectionModel().getSelectedIndex() + steps),
                        this::focusCards);
    }

    /** Goes to the next column that has cards, on that side. */
    void moveAcross(int side) {
        current()
                .ifPresentOrElse(
                        lane -> {
                            int index = lane.list().getSelectionModel().getSelectedIndex();
                            for (int i = lanes.indexOf(lane) + side; i >= 0 && i < lanes.size(); i += side) {
                                if (!lanes.get(i).rows().isEmpty()) {
                                    select(lanes.get(i), index);
                                    return;
                                }
                            }
                        },
                        this::focusCards);
    }

    /** Moves the chosen card into the column on that side. */
    void shift(int side) {
        current().ifPresent(lane -> {
            int to = lanes.indexOf(lane) + side;
            if (to >= 0 && to < lanes.size()) {
                listing.selectedProperty().get().ifPresent(row -> move(row, lanes.get(to)));
            }
        });
    }

    @Override
    protected void layoutChildren() {
        double em = lanes.getFirst().list().getFixedCellSize() / 6.1;
        lanes.forEach(lane -> {
            lane.setMinWidth(Math.rint(NARROWEST_EM * em));
            lane.setPrefWidth(Math.rint(NARROWEST_EM * em));
        });
        super.layoutChildren();
    }

    private void move(ApplicationRow row, LanePane to) {
        if (to.rows().contains(row)) {
            return;
        }
        to.lane().stage().or(this::end).ifPresent(stage -> model.corrections().correctStage(row, stage, model.today()));
    }

    /** How it ended: the last column does not say. */
    private Optional<Stage> end() {
        var ends = Board.ends().stream()
                .map(stage -> new Choice<>(stage, words.stage(stage)))
                .toList();
        return model.choose("applications.board.how.ended", words.get("applications.board.how.ended.hint"), ends)
                .map(Choice::value);
    }

    private void show(Board board) {
        following = true;
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).show(board.lanes().get(i));
        }
        following = false;
    }

    private void follow() {
        if (listing.isReplacing() || model.tabProperty().get() != ApplicationsViewModel.Tab.BOARD) {
            return;
        }
        following = true;
        var chosen = listing.selectedProperty().get();
        boolean hadFocus = lanes.stream().anyMatch(lane -> lane.list().isFocused());
        for (var lane : lanes) {
            int index = chosen.map(lane.rows()::indexOf).orElse(-1);
            var selection = lane.list().getSelectionModel();
            if (index < 0) {
                selection.clearSelection();
            } else {
                if (selection.getSelectedIndex() != index) {
                    selection.clearAndSelect(index);
                    lane.list().scrollTo(Math.max(0, index - 2));
                }
                if (hadFocus && !lane.list().isFocused()) {
                    lane.list().requestFocus();
                }
                reveal(lane);
            }
        }
        following = false;
    }

    private void reveal(LanePane lane) {
        double view = scroll.getViewportBounds().getWidth();
        double all = columns.getWidth();
        if (all <= view || view <= 0) {
            return;
        }
        double from = scroll.getHvalue() * (all - view);
        double left = lane.getBoundsInParent().getMinX();
        double right = lane.getBoundsInParent().getMaxX();
        double to = left < from ? left : right > from + view ? right - view : from;
        scroll.setHvalue(Math.clamp(to / (all - view), 0, 1));
    }

    private Optional<LanePane> current() {
        return lanes.stream()
                .filter(lane -> lane.list().getSelectionModel().getSelectedIndex() >= 0)
                .findFirst();
    }

    private static void select(LanePane lane, int index) {
        if (!lane.rows().isEmpty()) {
            int to = Math.clamp(index, 0, lane.rows().size() - 1);
            lane.list().getSelectionModel().clearAndSelect(to);
            lane.list().getFocusModel().focus(to);
            lane.list().scrollTo(Math.max(0, to - 2));
            lane.list().requestFocus();
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            model.enter();
            key.consume();
            return;
        }
        int side = key.getCode() == KeyCode.RIGHT ? 1 : key.getCode() == KeyCode.LEFT ? -1 : 0;
        if (side != 0 && !key.isShortcutDown() && !key.isAltDown()) {
            if (key.isShiftDown()) {
                shift(side);
            } else {
                moveAcross(side);
            }
            key.consume();
        }
    }
}
