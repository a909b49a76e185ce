package io.countersign.search.ui;

import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Toasts.Offer;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.util.function.Function;

/** Says that proposals wait, shows the way to them, and takes them back. UI thread only. */
public record ProposedNotice(WindowPorts ports) {
    /**
     * What was proposed.
     *
     * @param count how many are new
     * @param undo withdraws those that are pending by then; blocking
     */
    public record Proposed(int count, Function<Progress, TakenBack> undo) {}

    /**
     * What an undo came to.
     *
     * @param decided how many were decided meanwhile and stay
     * @param left how many still wait, because the person stopped it
     */
    public record TakenBack(int withdrawn, int decided, int left) {
        public TakenBack(int withdrawn, int decided) {
            this(withdrawn, decided, 0);
        }
    }

    /** So many are new; {@code takenBack} hears when all that could be were withdrawn. */
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
                        undoing("search.proposed.undo", proposed, takenBack),
                        showing());
    }

    private Offer undoing(String key, Proposed proposed, Runnable takenBack) {
        return new Offer(ports.texts().get(key), () -> undo(proposed, takenBack));
    }

    private Offer showing() {
        return new Offer(
                ports.texts().get("search.proposed.show"),
                () -> ports.navigation().show(View.APPROVALS));
    }

    private void undo(Proposed proposed, Runnable takenBack) {
        ports.tasks().run("search.withdrawing", proposed.undo()::apply, result -> {
            add(-result.withdrawn());
            if (result.left() == 0) {
                takenBack.run();
                ports.toasts().show(words(result));
            } else {
                ports.toasts().show(stopped(result), undoing("search.withdrawn.rest", proposed, takenBack), showing());
            }
        });
    }

    private String stopped(TakenBack result) {
        return ports.texts()
                .get(
                        "search.withdrawn.stopped",
                        result.withdrawn(),
                        ports.formats().number(result.withdrawn()),
                        result.left(),
                        ports.formats().number(result.left()));
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
