package io.countersign.app.shell;

import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.SectionLabel;
import io.countersign.shared.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    // Two columns at the normal text size; the height that is asked for follows from it.
    private static final double WIDE_ENOUGH = 720;

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
        sections.setPrefWrapLength(WIDE_ENOUGH);
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(sections.heightProperty().add(2));
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, gap, close), scroll);
    }

    /** Opens with what can be pressed now. */
    void open() {
        sections.getChildren().setAll(columns());
        overlays.open(this, Pos.CENTER, true, close);
    }

    /** Whole sections in two columns of about the same length. */
    private List<VBox> columns() {
        var left = new VBox();
        var right = new VBox();
        long all = listed().count();
        long above = 0;
        for (var section : bySection().entrySet()) {
            int length = section.getValue().size();
            (2 * above + length < all ? left : right).getChildren().add(part(section.getKey(), section.getValue()));
            above += length;
        }
        left.getStyleClass().add("sheet-column");
        right.getStyleClass().add("sheet-column");
        return right.getChildren().isEmpty() ? List.of(left) : List.of(left, right);
    }

    private Stream<Command> listed() {
        return commands.all().stream().filter(c -> c.isListed() && c.shortcut().isPresent());
    }

    private Map<String, List<Command>> bySection() {
        return listed().collect(Collectors.groupingBy(Command::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static VBox part(String section, List<Command> members) {
        var part = new VBox(new SectionLabel(section));
        part.getStyleClass().add("sheet-section");
        members.stream()
                .collect(Collectors.groupingBy(Command::title, LinkedHashMap::new, Collectors.toList()))
                .forEach((title, same) -> part.getChildren().add(row(title, same)));
        return part;
    }

    /** What is done, and every pair of keys that does it. */
    private static HBox row(String title, List<Command> same) {
        var name = new Label(title);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(name, gap);
        row.getStyleClass().add("sheet-row");
        for (var command : same) {
            var keys = new Label(command.shortcut().orElseThrow().getDisplayText());
            keys.getStyleClass().add("kbd");
            keys.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(keys);
        }
        return row;
    }
}
