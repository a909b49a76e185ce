package io.countersign.approval.ui;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/** The keys that a list takes for itself: here they move the model's cursor, which the list follows. */
final class TrayKeys {
    private final ListView<TrayLine> list;
    private final ApprovalsViewModel model;

    private TrayKeys(ListView<TrayLine> list, ApprovalsViewModel model) {
        this.list = list;
        this.model = model;
    }

    static void install(ListView<TrayLine> list, ApprovalsViewModel model) {
        var keys = new TrayKeys(list, model);
        list.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent key) {
        if (key.isControlDown() || key.isMetaDown() || key.isAltDown()) {
            if (key.isShortcutDown() && key.getCode() == javafx.scene.input.KeyCode.A) {
                model.cursor().toggleGroup();
                key.consume();
            }
            return;
        }
        int page = Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()) - 1);
        switch (key.getCode()) {
            case DOWN -> go(1, key);
            case UP -> go(-1, key);
            case PAGE_DOWN -> go(page, key);
            case PAGE_UP -> go(-page, key);
            case HOME -> run(() -> model.cursor().moveTo(0), key);
            case END -> run(() -> model.cursor().moveTo(model.lines().size() - 1), key);
            case LEFT -> run(() -> model.collapseCurrent(true), key);
            case RIGHT -> run(this::expand, key);
            case SPACE -> run(() -> model.cursor().toggle(model.cursor().index().get()), key);
            case ENTER -> run(this::open, key);
            default -> {}
        }
    }

    private void open() {
        if (model.cursor().current().get() instanceof TrayLine.Header) {
            model.collapseCurrent(false);
        } else {
            model.open();
        }
    }

    private void expand() {
        if (model.cursor().current().get() instanceof TrayLine.Header) {
            model.collapseCurrent(false);
        }
    }

    private void go(int steps, KeyEvent key) {
        run(
                () -> {
                    if (key.isShiftDown()) {
                        model.cursor().extendBy(steps);
                    } else {
                        model.cursor().moveBy(steps);
                    }
                },
                key);
    }

    private static void run(Runnable action, KeyEvent key) {
        action.run();
        key.consume();
    }
}
