package io.countersign.policy.ui;

import io.countersign.policy.PolicyJson;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The states that the policy had, the newest first; each can be brought back. */
final class VersionsPane extends VBox {
    private static final PolicyJson JSON = new PolicyJson();
    private static final int MOST = 100;

    private final PoliciesViewModel model;
    private final PolicyWords words;

    VersionsPane(PoliciesViewModel model, PolicyWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("versions");
        model.versions().rowsProperty().subscribe(this::show);
    }

    private void show(List<VersionRow> rows) {
        getChildren().setAll(rows.stream().limit(MOST).map(this::line).toList());
        if (rows.isEmpty()) {
            getChildren().add(muted(words.get("policies.versions.none")));
        } else if (rows.size() > MOST) {
            getChildren()
                    .add(muted(
                            words.get("policies.versions.more", words.formats().number(rows.size() - MOST))));
        }
    }

    private Node line(VersionRow row) {
        var date = new Label(words.formats().dateTime(row.version().changedAt()));
        date.getStyleClass().add("version-date");
        date.setMinWidth(USE_PREF_SIZE);
        var what = muted(
                row.first()
                        ? words.get("policies.versions.first")
                        : row.changed().isEmpty()
                                ? words.get("policies.versions.nothing")
                                : words.get("policies.versions.changed", words.parts(row.changed())));
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setTooltip(new Tooltip(JSON.print(row.version().policy())));
        var line = new HBox(date, what);
        line.getStyleClass().add("version-line");
        action(row).ifPresent(line.getChildren()::add);
        return line;
    }

    private Optional<Node> action(VersionRow row) {
        if (row.current()) {
            var now = new Label(words.get("policies.versions.current"));
            now.getStyleClass().addAll("chip", "ok");
            now.setMinWidth(USE_PREF_SIZE);
            return Optional.of(now);
        }
        var back = new Button(words.get("policies.versions.restore"));
        back.setId("restore-" + row.version().version());
        back.setMinWidth(USE_PREF_SIZE);
        back.setAccessibleText(words.get(
                "policies.versions.restore.spoken",
                words.formats().dateTime(row.version().changedAt())));
        back.setOnAction(_ -> model.restore(row));
        return Optional.of(back);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
