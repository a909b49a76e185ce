package io.countersign.ats.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/** Lets cards be dragged from column to column; the card goes along under the pointer, and the board at its edges. */
final class CardDrag {
    private final ScrollPane board;
    private final EdgeScroll edges;
    private final Pane layer;
    private final List<LanePane> lanes;
    private final BiConsumer<ApplicationRow, LanePane> onDrop;
    private final ImageView ghost = new ImageView();
    private Point2D pointer = Point2D.ZERO;
    private Optional<ApplicationRow> dragged = Optional.empty();

    private CardDrag(ScrollPane board, Pane layer, List<LanePane> lanes, BiConsumer<ApplicationRow, LanePane> onDrop) {
        this.board = board;
        edges = new EdgeScroll(board, this::showTarget);
        this.layer = layer;
        this.lanes = lanes;
        this.onDrop = onDrop;
        ghost.getStyleClass().add("board-ghost");
        ghost.setOpacity(0.85);
    }

    /** Shows what is dragged on {@code layer}, which lies above the whole board; {@code onDrop} is told where it ends. */
    static void install(
            ScrollPane board, Pane layer, List<LanePane> lanes, BiConsumer<ApplicationRow, LanePane> onDrop) {
        var drag = new CardDrag(board, layer, lanes, onDrop);
        lanes.forEach(drag::listen);
    }

    private void listen(LanePane lane) {
        lane.list().addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
        lane.list().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        lane.list().addEventHandler(MouseEvent.MOUSE_RELEASED, this::drop);
    }

    private void begin(MouseEvent mouse) {
        cardAt(mouse).filter(cell -> cell.getItem() != null).ifPresent(cell -> {
            dragged = Optional.ofNullable(cell.getItem());
            var clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            ghost.setImage(cell.snapshot(clear, null));
            layer.getChildren().setAll(ghost);
            drag(mouse);
            mouse.consume();
        });
    }

    private void drag(MouseEvent mouse) {
        if (dragged.isPresent()) {
            var at = layer.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
            ghost.relocate(at.getX() - 24, at.getY() - 16);
            pointer = new Point2D(mouse.getSceneX(), mouse.getSceneY());
            showTarget();
            edges.hold(mouse.getSceneX(), mouse.getSceneY());
            mouse.consume();
        }
    }

    private void showTarget() {
        var over = laneAtPointer();
        lanes.forEach(lane -> lane.target(over.filter(lane::equals).isPresent()));
    }

    private void drop(MouseEvent mouse) {
        var row = dragged;
        dragged = Optional.empty();
        pointer = new Point2D(mouse.getSceneX(), mouse.getSceneY());
        edges.release();
        layer.getChildren().clear();
        lanes.forEach(lane -> lane.target(false));
        row.ifPresent(card -> {
            laneAtPointer().ifPresent(lane -> onDrop.accept(card, lane));
            mouse.consume();
        });
    }

    private Optional<LanePane> laneAtPointer() {
        boolean inside = board.contains(board.sceneToLocal(pointer));
        return inside
                ? lanes.stream()
                        .filter(lane -> lane.contains(lane.sceneToLocal(pointer)))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<CardCell> cardAt(MouseEvent mouse) {
        var node = mouse.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof CardCell)) {
            node = node.getParent();
        }
        return Optional.ofNullable((CardCell) node);
    }
}
