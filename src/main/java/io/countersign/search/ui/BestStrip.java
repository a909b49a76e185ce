package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The best matches, above a list that is ordered by date. */
final class BestStrip extends VBox {
    // Of the width, so that the subjects begin below each other.
    private static final double SENDER = 0.27;

    private final SearchViewModel model;
    private final SearchWords words;

    BestStrip(SearchViewModel model, SearchWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("best-strip");
        setId("best");
        managedProperty().bind(visibleProperty());
    }

    /** Shows these; takes no room where there are none. */
    void show(List<Hit> best) {
        setVisible(!best.isEmpty());
        getChildren().setAll(new SectionLabel(words.get("search.best")));
        best.forEach(hit -> getChildren().add(line(hit)));
    }

    private Button line(Hit hit) {
        var sender = new Label(words.sender(hit.mail()));
        sender.getStyleClass().add("strong");
        var subject = new Label(words.subject(hit.mail()));
        subject.setMinWidth(0);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        var date = new Label(words.formats().date(hit.mail().envelope().receivedAt()));
        date.getStyleClass().addAll("muted", "small");
        date.setMinWidth(USE_PREF_SIZE);
        var parts = new HBox(sender, subject, date);
        parts.getStyleClass().add("best-parts");
        var line = new Button(null, parts);
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.getStyleClass().setAll("mail-line", "best-line");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        parts.prefWidthProperty().bind(line.widthProperty().subtract(20));
        for (var width : List.of(sender.minWidthProperty(), sender.prefWidthProperty(), sender.maxWidthProperty())) {
            width.bind(line.widthProperty().multiply(SENDER));
        }
        line.setAccessibleText(sender.getText() + ", " + subject.getText() + ", " + date.getText());
        line.setOnAction(_ -> model.goTo(hit));
        return line;
    }
}
