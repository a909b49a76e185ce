package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Snippet;
import io.countersign.shared.ui.SectionLabel;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Why a mail stands where it stands: what raised it, and by what factor. */
final class WhyLine extends VBox {
    private final SearchWords words;
    private final FlowPane reasons = new FlowPane();
    private Map<String, String> shown = Map.of();

    WhyLine(SearchWords words) {
        this.words = words;
        getStyleClass().add("why-line");
        setId("why");
        reasons.getStyleClass().add("chips");
        reasons.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new SectionLabel(words.get("search.why")), reasons);
        managedProperty().bind(visibleProperty());
    }

    void show(Hit hit, Optional<Snippet> snippet) {
        var lines = words.reasons(hit, snippet);
        setVisible(!lines.isEmpty());
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        reasons.getChildren().clear();
        lines.forEach((reason, factor) -> reasons.getChildren().add(reason(reason, factor)));
    }

    private static HBox reason(String reason, String factor) {
        var what = new Label(reason);
        what.setMinWidth(USE_PREF_SIZE);
        var both = new HBox(what);
        both.getStyleClass().add("reason");
        if (!factor.isEmpty()) {
            var times = new Label(factor);
            times.getStyleClass().add("num");
            times.setMinWidth(USE_PREF_SIZE);
            both.getChildren().add(times);
        }
        return both;
    }
}
