package io.countersign.search.ui;

import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;

/** Says that proposals wait, and shows the way to them. UI thread only. */
public record ProposedNotice(WindowPorts ports) {
    /** So many are new. */
    public void say(int count) {
        if (count == 0) {
            ports.toasts().show(ports.texts().get("search.proposed.none"));
            return;
        }
        var waiting = ports.counts().of(View.APPROVALS);
        waiting.set(waiting.get() + count);
        ports.toasts()
                .show(
                        ports.texts()
                                .get("search.proposed", count, ports.formats().number(count)),
                        ports.texts().get("search.proposed.show"),
                        () -> ports.navigation().show(View.APPROVALS));
    }
}
