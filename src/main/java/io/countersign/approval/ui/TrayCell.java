package io.countersign.approval.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Shows a group's header or a proposal. Presses go to the model, which tells the list where the person is. */
final class TrayCell extends ListCell<TrayLine> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final ApprovalsViewModel model;
    private final ApprovalWords words;
    private final RowPane row;
    private final GroupPane group;

    TrayCell(ApprovalsViewModel model, ApprovalWords words) {
        this.model = model;
        this.words = words;
        row = new RowPane(words);
        group = new GroupPane(words);
        getStyleClass().add("tray-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        row.setOnMousePressed(this::pressed);
        row.mark().setOnMousePressed(press -> {
            model.cursor().toggle(getIndex());
            press.consume();
        });
        group.setOnMousePressed(press -> {
            model.toggleGroup(getIndex());
            getListView().requestFocus();
            press.consume();
        });
        group.approve().setOnAction(_ -> model.decideGroup(getIndex(), true));
        group.reject().setOnAction(_ -> model.decideGroup(getIndex(), false));
        model.cursor().markChanges().subscribe(_ -> showMark());
    }

    @Override
    protected void updateItem(@Nullable TrayLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("group"), line instanceof TrayLine.Header);
        switch (line) {
            case TrayLine.Header header -> showHeader(header);
            case TrayLine.Entry(var proposal) -> {
                var problem = model.problemOf(proposal.id());
                var grouping = model.shownGrouping();
                row.show(proposal, problem, grouping == Grouping.SENDER);
                setGraphic(row);
                setAccessibleText(words.texts()
                        .get(
                                "approvals.row.spoken",
                                words.sender(proposal),
                                words.subject(proposal),
                                words.action(proposal.action()),
                                words.formats().percent(proposal.confidence()),
                                words.formats().age(proposal.receivedAt())));
            }
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
        }
        showMark();
    }

    private void showHeader(TrayLine.Header header) {
        boolean automatic = model.shownGrouping() == Grouping.POLICY
                && model.trust().isAutomatic(header.first().policyId());
        group.show(header, model.shownGrouping(), automatic);
        setGraphic(group);
        var key = header.collapsed() ? "approvals.group.spoken.closed" : "approvals.group.spoken.open";
        var spoken = words.texts()
                .get(
                        key,
                        words.group(model.shownGrouping(), header.first()),
                        words.formats().number(header.count()));
        setAccessibleText(automatic ? spoken + ", " + words.texts().get("approvals.trust.automatic") : spoken);
    }

    private void showMark() {
        boolean marked = getItem() instanceof TrayLine.Entry(var proposal)
                && model.cursor().isMarked(proposal.id());
        row.setMarked(marked);
        pseudoClassStateChanged(MARKED, marked);
    }

    private void pressed(MouseEvent press) {
        getListView().requestFocus();
        if (press.getButton() == MouseButton.PRIMARY && press.isShiftDown()) {
            model.cursor().extendTo(getIndex());
        } else if (press.getButton() == MouseButton.PRIMARY && press.isShortcutDown()) {
            model.cursor().toggle(getIndex());
        } else {
            model.cursor().moveTo(getIndex());
            if (press.getClickCount() == 2) {
                model.openProperty().set(true);
            }
        }
        press.consume();
    }
}
