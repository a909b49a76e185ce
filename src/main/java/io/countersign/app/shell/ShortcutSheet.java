package io.countersign.app.shell;

import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.SectionLabel;
import io.countersign.shared.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys that work at this moment, by what they belong to. */
final class ShortcutSheet extends VBox {
    private final CommandRegistry commands;
    private final Overlays overlays;
    private final FlowPane sections = new FlowPane();
    private final Button close = new Button();

    ShortcutSheet(CommandRegistry commands, Overlays overlays, Texts texts) {
        this.commands = commands;
        this.overlays = overlays;
        getStyleClass().addAll("panel", "sheet");
        setId("shortcuts");
        var title = new Label(texts.get("shortcuts.title"));
        title.getStyleClass().add("title");
        close.setText(texts.get("dialog.close"));
        close.setOnAction(_ -> overlays.close());
        sections.getStyleClass().add("sheet-sections");
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, gap, close), scroll);
    }

    /** Opens with what can be pressed now. */
    void open() {
        sections.getChildren().clear();
        bySection().forEach((section, members) -> sections.getChildren().add(part(section, members)));
        overlays.open(this, Pos.CENTER, true, close);
    }

    private Map<String, List<Command>> bySection() {
        return commands.all().stream()
                .filter(c -> c.shortcut().isPresent())
                .collect(Collectors.groupingBy(Command::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static VBox part(String section, List<Command> members) {
        var part = new VBox(new SectionLabel(section));
        part.getStyleClass().add("sheet-section");
        for (var command : members) {
            var title = new Label(command.title());
            var keys = new Label(command.shortcut().orElseThrow().getDisplayText());
            keys.getStyleClass().add("kbd");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var row = new HBox(title, gap, keys);
            row.getStyleClass().add("sheet-row");
            part.getChildren().add(row);
        }
        return part;
    }
}
