package io.countersign.ats.ui;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A main part, and a side part beside it where there is room for both, else below it. */
final class BesideOrBelow extends GridPane {
    private static final double SIDE_BY_SIDE_EM = 76;
    private static final double NARROWEST_EM = 24;
    private static final double WIDEST_EM = 30;
    private static final double SHARE = 0.315;
    private static final double LOWEST_EM = 15;
    private static final double LOWEST_SIDE_EM = 24;

    private final Region main;
    private final Region side;
    private final Label ruler = new Label();

    BesideOrBelow(Region main, Region side) {
        this.main = main;
        this.side = side;
        getStyleClass().add("beside-or-below");
        ruler.setManaged(false);
        ruler.setVisible(false);
        side.managedProperty().bind(side.visibleProperty());
        main.setMinWidth(0);
        getChildren().addAll(main, side, ruler);
        widthProperty().subscribe(_ -> arrange());
        ruler.fontProperty().subscribe(_ -> arrange());
        side.visibleProperty().subscribe(_ -> arrange());
    }

    /** True where both fit beside each other. */
    boolean isRoomy() {
        return getWidth() >= SIDE_BY_SIDE_EM * em();
    }

    private double em() {
        return ruler.getFont().getSize();
    }

    private void arrange() {
        boolean beside = isRoomy();
        double wanted = Math.rint(Math.clamp(SHARE * getWidth(), NARROWEST_EM * em(), WIDEST_EM * em()));
        GridPane.setConstraints(main, 0, 0, 1, 1, HPos.LEFT, VPos.TOP, Priority.ALWAYS, Priority.ALWAYS);
        GridPane.setConstraints(
                side,
                beside ? 1 : 0,
                beside ? 0 : 1,
                1,
                1,
                HPos.LEFT,
                VPos.TOP,
                beside ? Priority.NEVER : Priority.ALWAYS,
                Priority.ALWAYS);
        side.setPrefWidth(beside ? wanted : USE_COMPUTED_SIZE);
        side.setMinWidth(beside ? wanted : 0);
        side.setMaxWidth(beside ? wanted : Double.MAX_VALUE);
        main.setMinHeight(LOWEST_EM * em());
        side.setMinHeight((beside ? LOWEST_EM : LOWEST_SIDE_EM) * em());
    }
}
