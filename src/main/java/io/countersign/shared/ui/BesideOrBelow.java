package io.countersign.shared.ui;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A main part, and a side part beside it where there is room for both, else below it. */
public final class BesideOrBelow extends GridPane {
    private final Region main;
    private final Region side;
    private final Sizes sizes;
    private final Label ruler = new Label();

    /**
     * How the room is shared, in letters' heights but for {@code share}.
     *
     * @param room from this width on both are beside each other
     * @param share of the width that the side part gets, within {@code narrowest} and {@code widest}
     * @param lowest height of the main part, and of the side part beside it
     * @param lowestBelow height of the side part below it
     */
    public record Sizes(
            double room, double share, double narrowest, double widest, double lowest, double lowestBelow) {}

    /** The side part is left out while it is not visible. */
    public BesideOrBelow(Region main, Region side, Sizes sizes) {
        this.main = main;
        this.side = side;
        this.sizes = sizes;
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
    public boolean isRoomy() {
        return getWidth() >= sizes.room() * em();
    }

    private double em() {
        return ruler.getFont().getSize();
    }

    private void arrange() {
        boolean beside = isRoomy();
        double wanted =
                Math.rint(Math.clamp(sizes.share() * getWidth(), sizes.narrowest() * em(), sizes.widest() * em()));
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
        main.setMinHeight(sizes.lowest() * em());
        side.setMinHeight((beside ? sizes.lowest() : sizes.lowestBelow()) * em());
    }
}
