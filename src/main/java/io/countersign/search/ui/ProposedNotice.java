package io.countersign.search.ui;

import io.countersign.shared.ui.Toasts.Offer;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.util.function.Supplier;

/** Says that proposals wait, shows the way to them, and takes them back. UI thread only. */
public record ProposedNotice(WindowPorts ports) {
    /**
     * What was proposed.
     *
     * @param count how many are new
     * @param undo withdraws those that are pending by then; blocking
     */
    public record Proposed(int count, Supplier<TakenBack> undo) {}

    /**
     * What an undo came to.
     *
     * @param decided how many were decided meanwhile and stay
     */
    public record TakenBack(int withdrawn, int decided) {}

    /** So many are new; {@code takenBack} hears when they were withdrawn. */
    public void say(Proposed proposed, Runnable takenBack) {
        int count = proposed.count();
        if (count == 0) {
            ports.toasts().show(ports.texts().get("search.proposed.none"));
            return;
        }
        add(count);
        ports.toasts()
                .show(
                        ports.texts()
                                .get("search.proposed", count, ports.formats().number(count)),
                        new Offer(ports.texts().get("search.proposed.undo"), () -> undo(proposed, takenBack)),
                        new Offer(
                                ports.texts().get("search.proposed.show"),
                                () -> ports.navigation().show(View.APPROVALS)));
    }

    private void undo(Proposed proposed, Runnable takenBack) {
        ports.tasks().run("search.withdrawing", _ -> proposed.undo().get(), result -> {
            add(-result.withdrawn());
            takenBack.run();
            ports.toasts().show(words(result));
        });
    }

    private String words(TakenBack result) {
        var withdrawn = ports.formats().number(result.withdrawn());
        return result.decided() == 0
                ? ports.texts().get("search.withdrawn", result.withdrawn(), withdrawn)
                : ports.texts()
                        .get(
                                "search.withdrawn.partly",
                                result.withdrawn(),
                                withdrawn,
                                result.decided(),
                                ports.formats().number(result.decided()));
    }

    private void add(int more) {
        var waiting = ports.counts().of(View.APPROVALS);
        waiting.set(Math.max(0, waiting.get() + more));
    }
}
