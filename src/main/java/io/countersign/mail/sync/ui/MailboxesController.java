package io.countersign.mail.sync.ui;

import io.countersign.mail.sync.FollowedSource;
import io.countersign.shared.ui.Showable;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Binds the card of Settings that lists the followed mailboxes. */
public final class MailboxesController implements Showable {
    private final MailboxesViewModel model;

    @FXML
    private VBox mailboxRows;

    @FXML
    private Label mailboxesNone;

    public MailboxesController(MailboxesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        mailboxesNone.managedProperty().bind(mailboxesNone.visibleProperty());
        model.all().addListener((ListChangeListener<FollowedSource>) _ -> show(List.copyOf(model.all())));
        show(List.copyOf(model.all()));
    }

    @Override
    public void shown() {
        model.read();
    }

    /** The keyboard stays at the place in the list where it was. */
    private void show(List<FollowedSource> sources) {
        int focused = focused();
        mailboxRows.getChildren().setAll(sources.stream().map(this::row).toList());
        mailboxesNone.setVisible(sources.isEmpty());
        if (!sources.isEmpty()) {
            mailboxRows.getChildren().getLast().getStyleClass().add("last");
        }
        if (focused >= 0 && !sources.isEmpty()) {
            row(Math.min(focused, sources.size() - 1)).stop().requestFocus();
        }
    }

    private MailboxRow row(FollowedSource source) {
        return new MailboxRow(source, model.words(), () -> model.stop(source));
    }

    private MailboxRow row(int index) {
        return (MailboxRow) mailboxRows.getChildren().get(index);
    }

    private int focused() {
        var rows = mailboxRows.getChildren();
        for (int i = 0; i < rows.size(); i++) {
            if (isFocused(row(i).stop())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFocused(Node node) {
        return node.getScene() != null && node.equals(node.getScene().getFocusOwner());
    }
}
