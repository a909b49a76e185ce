package io.countersign.approval.ui;

import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Moves a list as little as it takes to show a line. */
final class TrayScroll {
    private TrayScroll() {}

    static void reveal(ListView<TrayLine> list, int index) {
        if (list.getHeight() > 0) {
            list.layout(); // what is visible is only true once earlier changes and scrolls are laid out
        }
        var flow = list.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
        var first = flow == null ? null : flow.getFirstVisibleCell();
        var last = flow == null ? null : flow.getLastVisibleCell();
        if (flow == null || first == null || last == null) {
            list.scrollTo(Math.max(0, index - 1));
        } else if (index > first.getIndex() && index < last.getIndex()) {
            return; // wholly visible
        } else if (index <= first.getIndex()) {
            list.scrollTo(Math.max(0, index - 1));
        } else {
            int rows = last.getIndex() - first.getIndex();
            list.scrollTo(Math.max(0, index - rows + 2));
        }
    }
}
