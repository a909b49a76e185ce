package io.countersign.ats.ui;

import io.countersign.ats.odds.Funnel;
import io.countersign.shared.ui.EmptyState;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** How far applications came, and how long answers took. */
final class FunnelPane extends StackPane {
    private static final double SIDE_BY_SIDE_EM = 68;
    private static final double LOWEST_EM = 24;

    private final ConversionPane conversion;
    private final ResponsePane response;
    private final GridPane both = new GridPane();
    private final EmptyState nothing = new EmptyState();

    FunnelPane(ApplicationsViewModel model, ApplicationWords words) {
        conversion = new ConversionPane(words, model::show);
        response = new ResponsePane(words, model);
        both.getStyleClass().add("beside-or-below");
        both.getChildren().addAll(conversion, response);
        nothing.setId("no-funnel");
        nothing.setIcon("mdi2f-filter-outline");
        nothing.setTitle(words.get("applications.funnel.empty"));
        nothing.setMessage(words.get("applications.funnel.empty.hint"));
        var empty = new StackPane(nothing);
        empty.getStyleClass().add("card");
        empty.visibleProperty().bind(nothing.visibleProperty());
        getChildren().addAll(both, empty);
        model.snapshotProperty().subscribe(snapshot -> show(snapshot.funnel()));
        widthProperty().subscribe(_ -> arrange());
        conversion.emProperty().subscribe(_ -> arrange());
    }

    /** Gives the keyboard to the bars. */
    void focusChart() {
        conversion.focusBars();
    }

    private void show(Funnel funnel) {
        nothing.setVisible(funnel.applications() == 0);
        both.setVisible(!nothing.isVisible());
        conversion.show(funnel);
        response.show(funnel);
    }

    /** The times beside the bars where there is room for both, else below them. */
    private void arrange() {
        double em = conversion.emProperty().get().getSize();
        boolean beside = getWidth() >= SIDE_BY_SIDE_EM * em;
        GridPane.setConstraints(conversion, 0, 0);
        GridPane.setConstraints(response, beside ? 1 : 0, beside ? 0 : 1);
        GridPane.setHgrow(conversion, Priority.ALWAYS);
        GridPane.setVgrow(conversion, beside ? Priority.ALWAYS : Priority.NEVER);
        GridPane.setHgrow(response, beside ? Priority.NEVER : Priority.ALWAYS);
        GridPane.setVgrow(response, Priority.ALWAYS);
        double wanted = Math.rint(getWidth() * 0.4);
        response.setPrefWidth(beside ? wanted : getWidth());
        response.setMinWidth(beside ? wanted : 0);
        response.setMinHeight((beside ? LOWEST_EM : 16) * em);
        conversion.setMinHeight(LOWEST_EM * em);
    }
}
