package io.countersign.ats.ui;

import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.shared.ui.BesideOrBelow;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import java.util.List;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Binds the applications screen to its model. */
public final class ApplicationsController implements Showable, Filterable, CommandSource, ApplicationCommands.Screen {
    private final ApplicationsViewModel model;
    private final ApplicationWords words;
    private final RiskPane risk;
    private final BoardPane board;
    private final FunnelPane funnel;
    private final SidePane side;

    @FXML
    private ScrollPane page;

    @FXML
    private ToggleGroup tabs;

    @FXML
    private Label headline;

    @FXML
    private StackPane parts;

    public ApplicationsController(ApplicationsViewModel model, ApplicationWords words) {
        this.model = model;
        this.words = words;
        risk = new RiskPane(model, words);
        board = new BoardPane(model, words);
        funnel = new FunnelPane(model, words);
        side = new SidePane(model, words, this::focus);
    }

    @FXML
    private void initialize() {
        var lists = new StackPane(risk, board);
        lists.setMinHeight(0);
        var body = new BesideOrBelow(lists, side, new BesideOrBelow.Sizes(76, 0.315, 24, 30, 15, 30));
        parts.getChildren().addAll(body, funnel);
        body.widthProperty().subscribe(_ -> model.roomyProperty().set(body.isRoomy()));
        model.snapshotProperty().subscribe(shown -> headline.setText(words.headline(shown.headline())));
        Segments.named(Tab.class, tabs).bind(model.tabProperty());
        model.tabProperty().subscribe(tab -> show(tab, body));
        model.formProperty().subscribe(form -> {
            if (form != Form.NONE) {
                showSide();
            }
        });
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void focus() {
        switch (model.tabProperty().get()) {
            case RISK -> risk.focusTable();
            case BOARD -> board.focusCards();
            case FUNNEL -> funnel.focusChart();
        }
    }

    @Override
    public void filter(String text) {
        var filter = model.listing().filterProperty();
        if (!filter.get().text().equals(text)) {
            filter.set(filter.get().withText(text));
        }
    }

    @Override
    public String filterPrompt() {
        return words.get("applications.filter.prompt");
    }

    @Override
    public List<Command> commands() {
        return ApplicationCommands.of(model, words, this);
    }

    @Override
    public void beginDraft() {
        side.beginDraft();
        showSide();
    }

    /** Where the application is below the list, what asks for the keyboard must not be out of sight. */
    private void showSide() {
        if (!model.roomyProperty().get()) {
            Platform.runLater(() -> page.setVvalue(page.getVmax())); // once it has its height
        }
    }

    @Override
    public void moveCard(int direction) {
        board.shift(direction);
    }

    @Override
    public void moveBy(int steps) {
        if (model.tabProperty().get() == Tab.BOARD) {
            board.moveBy(steps);
        } else {
            model.listing().moveBy(steps);
        }
    }

    private void show(Tab tab, Region body) {
        body.setVisible(tab != Tab.FUNNEL);
        risk.setVisible(tab == Tab.RISK);
        board.setVisible(tab == Tab.BOARD);
        funnel.setVisible(tab == Tab.FUNNEL);
        for (Region part : List.of(body, risk, board, funnel)) {
            part.setManaged(part.isVisible());
        }
        if (page.getScene() != null) {
            focus();
        }
    }
}
