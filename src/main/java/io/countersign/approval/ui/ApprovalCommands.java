package io.countersign.approval.ui;

import io.countersign.approval.QueueOrder;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/** Every key of the approvals. */
final class ApprovalCommands {
    private final ApprovalsViewModel model;
    private final Texts texts;
    private final List<Command> commands = new ArrayList<>();

    private ApprovalCommands(ApprovalsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** The commands of this model, in the order of the shortcut sheet. */
    static List<Command> of(ApprovalsViewModel model, Texts texts) {
        var made = new ApprovalCommands(model, texts);
        made.decide();
        made.move();
        made.arrange();
        return List.copyOf(made.commands);
    }

    private void decide() {
        add("approve", "A", model::approve);
        add("reject", "R", model::reject);
        add("always", "Shift+A", model::always);
        add("always.edit", "Shift+E", model::editAlways);
        narrowed("policy", model::editFiltered);
        narrowed("simulate", model::simulateFiltered);
        commands.add(
                Command.of("approvals.export", texts.get("approvals.command.export"), section(), model::exportFiltered)
                        .keys("Shortcut+E")
                        .when(() -> model.shownProperty().get() > 0));
        add("undo", "Z", model::undo);
        add("undo.too", "Shortcut+Z", model::undo);
        commands.add(
                Command.of("approvals.look", texts.get("approvals.command.look"), section(), model::lookForProposals)
                        .when(() -> !model.lookingProperty().get()));
    }

    private void narrowed(String id, Runnable action) {
        commands.add(
                Command.of("approvals.filter." + id, texts.get("approvals.command.filter." + id), section(), action)
                        .when(() -> !model.filterProperty().get().isBlank()));
    }

    private void move() {
        var cursor = model.cursor();
        add("next", "J", () -> cursor.moveBy(1));
        add("previous", "K", () -> cursor.moveBy(-1));
        add("select", "X", () -> cursor.toggle(cursor.index().get()));
        add("extend.down", "Shift+J", () -> cursor.extendBy(1));
        add("extend.up", "Shift+K", () -> cursor.extendBy(-1));
        add("select.group", "Shortcut+A", cursor::toggleGroup);
        add("open", "Enter", model::open);
        add("close", "Esc", this::close);
    }

    private void arrange() {
        add("by.policy", "1", () -> model.groupingProperty().set(Grouping.POLICY));
        add("by.sender", "2", () -> model.groupingProperty().set(Grouping.SENDER));
        add("by.action", "3", () -> model.groupingProperty().set(Grouping.ACTION));
        add(
                "order",
                "O",
                () -> model.orderProperty()
                        .set(
                                model.orderProperty().get() == QueueOrder.VALUE
                                        ? QueueOrder.CONFIDENCE
                                        : QueueOrder.VALUE));
    }

    private void close() {
        if (model.openProperty().get()) {
            model.openProperty().set(false);
        } else {
            model.cursor().unmarkAll();
        }
    }

    private void add(String id, String keys, Runnable action) {
        commands.add(Command.of("approvals." + id, texts.get("approvals.command." + id), section(), action)
                .keys(keys));
    }

    private String section() {
        return texts.get("view.approvals");
    }
}
