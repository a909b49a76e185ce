package io.countersign.policy.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Lets a policy be dragged to another place in the order; a line shows where it would go. */
final class PolicyDrag {
    private final ListView<PolicyRow> list;
    private final Pane layer;
    private final PoliciesViewModel model;
    private final Region line = new Region();
    private Optional<PolicyRow> dragged = Optional.empty();
    private int target = -1;

    private PolicyDrag(ListView<PolicyRow> list, Pane layer, PoliciesViewModel model) {
        this.list = list;
        this.layer = layer;
        this.model = model;
        line.getStyleClass().add("drop-line");
        line.setManaged(false);
        line.setVisible(false);
        layer.getChildren().add(line);
        layer.setMouseTransparent(true);
    }

    /** {@code layer} lies above the list. */
    static void install(ListView<PolicyRow> list, Pane layer, PoliciesViewModel model) {
        var drag = new PolicyDrag(list, layer, model);
        list.addEventHandler(MouseEvent.DRAG_DETECTED, drag::begin);
        list.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag::drag);
        list.addEventHandler(MouseEvent.MOUSE_RELEASED, drag::drop);
    }

    private void begin(MouseEvent mouse) {
        // While the list is narrowed, what lies between two lines is not to be seen.
        if (model.filterProperty().get().isBlank()) {
            dragged = Optional.ofNullable(cell(mouse)).map(PolicyCell::getItem).filter(row -> !row.isNew());
            drag(mouse);
        }
    }

    private void drag(MouseEvent mouse) {
        if (dragged.isEmpty()) {
            return;
        }
        mouse.consume();
        scroll(mouse);
        var over = cell(mouse);
        var row = over == null ? null : over.getItem();
        if (over == null || row == null || row.isNew()) {
            target = -1;
            line.setVisible(false);
            return;
        }
        boolean behind = over.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()).getY() > over.getHeight() / 2;
        int place = row.place() - 1 + (behind ? 1 : 0);
        int from = dragged.get().place() - 1;
        target = place > from ? place - 1 : place;
        var at = layer.sceneToLocal(over.localToScene(0, behind ? over.getHeight() : 0));
        line.resizeRelocate(8, at.getY() - 1, Math.max(0, layer.getWidth() - 16), 2);
        line.setVisible(true);
    }

    private void drop(MouseEvent mouse) {
        var row = dragged;
        int place = target;
        dragged = Optional.empty();
        target = -1;
        line.setVisible(false);
        if (row.isPresent()) {
            mouse.consume();
            if (place >= 0) {
                model.place(row.get().id(), place);
            }
        }
    }

    /** Near an edge the list goes on. */
    private void scroll(MouseEvent mouse) {
        double y = list.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()).getY();
        double edge = 24;
        if (y < edge || y > list.getHeight() - edge) {
            var over = cell(mouse);
            if (over != null && !over.isEmpty()) {
                list.scrollTo(Math.max(0, over.getIndex() + (y < edge ? -1 : 1 - visibleRows(over))));
            }
        }
    }

    private int visibleRows(PolicyCell cell) {
        return (int) Math.max(1, list.getHeight() / Math.max(1, cell.getHeight()) - 1);
    }

    private @Nullable PolicyCell cell(MouseEvent mouse) {
        for (Node node : list.lookupAll(".policy-cell")) {
            if (node instanceof PolicyCell cell
                    && cell.isVisible()
                    && !cell.isEmpty()
                    && cell.contains(cell.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()))) {
                return cell;
            }
        }
        return null;
    }
}
