package io.countersign.policy.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says that the policy was changed elsewhere while it was written here, and asks which is to stay; seen only then. */
final class ConflictNotice extends VBox {
    ConflictNotice(PoliciesViewModel screen, PolicyWords words) {
        var text = new Label(words.get("policies.conflict"));
        text.getStyleClass().add("warn");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        var theirs = new Button(words.get("policies.conflict.theirs"));
        theirs.setId("take-stored");
        theirs.setOnAction(_ -> screen.takeStored());
        var mine = new Button(words.get("policies.conflict.mine"));
        mine.setId("keep-mine");
        mine.setOnAction(_ -> screen.keepMine());
        var buttons = new FlowPane(theirs, mine);
        buttons.getStyleClass().add("chips");
        getStyleClass().add("notice");
        getChildren().addAll(text, buttons);
        managedProperty().bind(visibleProperty());
        screen.conflictProperty().subscribe(stored -> setVisible(stored.isPresent()));
    }
}
