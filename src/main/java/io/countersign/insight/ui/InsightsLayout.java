package io.countersign.insight.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Where the parts of the screen go: charts beside each other where there is room, else below each other; the mails behind a
 * number over the right side, or over everything where that is narrow.
 */
final class InsightsLayout {
    private static final double WIDE_EM = 78;
    private static final double HALVES_EM = 52;
    private static final double NOTE_EM = 44;
    private static final double COVERING_EM = 76;
    private static final double CHART_EM = 21.5;
    private static final double ROW_EM = 4.1;
    private static final double SCROLL_BAR_EM = 0.8;
    private static final int FEW_ROWS = 4;
    private static final int MANY_ROWS = 20;

    private final StackPane body;
    private final ScrollPane page;
    private final GridPane grid;
    private final Parts parts;
    private final DrillPane drill;
    private final PolicyTable table;
    private final Label windowNote;
    private Optional<Node> before = Optional.empty();
    private int rows;

    /** The parts in their order. */
    record Parts(
            KpiTiles tiles,
            QuestionCard question,
            PrecisionPane precision,
            CalibrationPane calibration,
            Region policies,
            Region learned) {}

    InsightsLayout(
            StackPane body,
            ScrollPane page,
            VBox content,
            GridPane grid,
            Parts parts,
            DrillPane drill,
            PolicyTable table,
            Label windowNote) {
        this.body = body;
        this.page = page;
        this.grid = grid;
        this.parts = parts;
        this.drill = drill;
        this.table = table;
        this.windowNote = windowNote;
        content.getChildren().addAll(0, List.of(parts.tiles(), parts.question()));
        grid.getChildren().addAll(parts.precision(), parts.calibration());
        drill.setVisible(false);
        drill.managedProperty().bind(drill.visibleProperty());
        StackPane.setAlignment(drill, Pos.CENTER_RIGHT);
        body.getChildren().add(drill);
        body.widthProperty().subscribe(_ -> arrange());
        body.heightProperty().subscribe(_ -> arrange());
        windowNote.fontProperty().subscribe(_ -> arrange());
    }

    /** The table has so many rows. */
    void rows(int count) {
        rows = count;
        arrange();
    }

    /** Shows the mails behind a number and gives them the keyboard; afterwards it goes back to where it was. */
    void showDrill(boolean open) {
        if (open && !drill.isVisible()) {
            before = Optional.ofNullable(body.getScene()).map(scene -> scene.getFocusOwner());
            drill.setVisible(true);
            arrange();
            drill.focus();
        } else if (!open && drill.isVisible()) {
            drill.setVisible(false);
            arrange();
            before.ifPresentOrElse(Node::requestFocus, this::focus);
        }
    }

    /** Gives the keyboard to what is in front. */
    void focus() {
        if (drill.isVisible()) {
            drill.focus();
        } else {
            parts.precision().focusChart();
        }
    }

    private void arrange() {
        double em = windowNote.getFont().getSize();
        double width = body.getWidth();
        windowNote.setVisible(width >= NOTE_EM * em);
        boolean covering = width < COVERING_EM * em;
        double wide = covering ? width : Math.rint(Math.clamp(0.4 * width, 30 * em, 46 * em));
        drill.setMinWidth(wide);
        drill.setPrefWidth(wide);
        drill.setMaxWidth(wide);
        page.setOpacity(drill.isVisible() && covering ? 0 : 1);
        page.setDisable(drill.isVisible() && covering);
        boolean isWide = width >= WIDE_EM * em;
        boolean halves = width >= HALVES_EM * em;
        grid.getColumnConstraints().getFirst().setPercentWidth(isWide ? 75 : 50);
        grid.getColumnConstraints().getLast().setPercentWidth(isWide ? 25 : 50);
        place(parts.precision(), 0, 0, isWide ? 1 : 2);
        place(parts.calibration(), isWide ? 1 : 0, isWide ? 0 : 2, halves ? 1 : 2);
        place(parts.policies(), 0, 1, isWide ? 1 : 2);
        place(parts.learned(), halves ? 1 : 0, isWide ? 1 : halves ? 2 : 3, halves ? 1 : 2);
        parts.question().fit(halves);
        parts.precision().setMinHeight(CHART_EM * em);
        parts.calibration().setMinHeight((isWide ? CHART_EM : 25) * em);
        parts.policies().setMinHeight(Math.clamp(rows + 1, FEW_ROWS, MANY_ROWS) * ROW_EM * em);
        parts.learned().setMinHeight((isWide ? FEW_ROWS * ROW_EM : 26) * em);
        double room = width - SCROLL_BAR_EM * em;
        table.fit(em, (isWide ? 0.75 * (room - em) : room) - SCROLL_BAR_EM * em);
    }

    private static void place(Node node, int column, int row, int span) {
        GridPane.setConstraints(node, column, row, span, 1);
    }
}
