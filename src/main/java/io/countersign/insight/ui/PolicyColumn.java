package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A column of the table of policies: how wide it must be, and what pressing one of its cells does. */
final class PolicyColumn extends TableColumn<PolicyStats, PolicyStats> {
    private final double narrowestEm;
    private final Function<PolicyStats, Optional<Runnable>> press;

    PolicyColumn(
            String id,
            String title,
            double narrowestEm,
            Comparator<PolicyStats> order,
            Function<PolicyStats, Optional<Runnable>> press) {
        super(title);
        this.narrowestEm = narrowestEm;
        this.press = press;
        setId(id);
        setComparator(order);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    }

    double narrowestEm() {
        return narrowestEm;
    }

    /** Does what pressing the cell of a policy does; false where that is nothing. */
    boolean press(PolicyStats stats) {
        var action = press.apply(stats);
        action.ifPresent(Runnable::run);
        return action.isPresent();
    }

    /** Makes a cell that is pressed by the mouse, and looks like it where pressing does something. */
    <C extends TableCell<PolicyStats, PolicyStats>> C pressable(C cell) {
        cell.setOnMouseClicked(_ -> {
            if (cell.getItem() != null) {
                press(cell.getItem());
            }
        });
        cell.itemProperty().subscribe(stats -> {
            cell.getStyleClass().remove("pressable");
            if (stats != null && press.apply(stats).isPresent()) {
                cell.getStyleClass().add("pressable");
            }
        });
        return cell;
    }
}
