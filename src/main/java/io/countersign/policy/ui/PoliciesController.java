package io.countersign.policy.ui;

import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Showable;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/** Binds the policies screen to its model. */
public final class PoliciesController implements Showable, Filterable, CommandSource, PolicyCommands.Screen {
    private static final double BOTH_EM = 64;
    private static final double LIST_EM = 28;
    private static final double LIST_SHARE = 0.33;

    private final PoliciesViewModel model;
    private final PolicyWords words;
    private final PolicyListPane list;
    private final EditorPane editor;
    private final ImportPane files;
    private final Label ruler = new Label();

    @FXML
    private SplitPane split;

    @FXML
    private StackPane left;

    @FXML
    private StackPane right;

    public PoliciesController(PoliciesViewModel model, PolicyWords words) {
        this.model = model;
        this.words = words;
        list = new PolicyListPane(model, words, this::edit);
        editor = new EditorPane(model, words);
        files = new ImportPane(model.files(), words);
    }

    @FXML
    private void initialize() {
        ruler.setManaged(false);
        ruler.setVisible(false);
        left.getChildren().addAll(list, ruler);
        right.getChildren().addAll(editor, files);
        SplitPane.setResizableWithParent(left, false);
        split.widthProperty().subscribe(_ -> arrange());
        ruler.fontProperty().subscribe(_ -> arrange());
        model.openProperty().subscribe(open -> {
            arrange();
            if (!open && split.getScene() != null) {
                list.focusList();
            }
        });
        model.files().stateProperty().subscribe(state -> {
            boolean shown = !(state instanceof ImportState.None);
            files.setVisible(shown);
            editor.setVisible(!shown);
            arrange();
            if (shown && split.getScene() != null) {
                files.focusButtons();
            }
        });
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void focus() {
        boolean offered = model.originProperty().get().isEmpty();
        if (offered) {
            list.focusList();
        } else {
            editor.begin();
        }
    }

    @Override
    public void edit() {
        model.openProperty().set(true);
        editor.begin();
    }

    @Override
    public boolean isListFocused() {
        return list.isListFocused();
    }

    @Override
    public void filter(String text) {
        model.filterProperty().set(text);
    }

    @Override
    public String filterPrompt() {
        return words.get("policies.filter.prompt");
    }

    @Override
    public List<Command> commands() {
        return PolicyCommands.of(model, words, this);
    }

    /** List and editor side by side where there is room for both; else the list, and the editor once it is opened. */
    private void arrange() {
        double em = ruler.getFont().getSize();
        boolean both = split.getWidth() == 0 || split.getWidth() >= BOTH_EM * em;
        model.roomyProperty().set(both);
        boolean opened = model.openProperty().get() || files.isVisible();
        List<Node> wanted = both ? List.of(left, right) : opened ? List.of(right) : List.of(left);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
        }
        if (both && split.getWidth() > 0) {
            double share = Math.min(LIST_SHARE, LIST_EM * em / split.getWidth());
            split.setDividerPositions(share);
        }
    }
}
