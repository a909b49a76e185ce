package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;

/** Hands mail to a run in pages and reports how far it is. */
final class Pages {
    private static final int SIZE = 2000;

    private final SimulationRun run;
    private final long total;
    private final Progress progress;
    private final List<Message> page = new ArrayList<>(SIZE);
    private long evaluated;

    Pages(SimulationRun run, long total, Progress progress) {
        this.run = run;
        this.total = total;
        this.progress = progress;
    }

    boolean add(Message message) {
        page.add(message);
        if (page.size() == SIZE) {
            evaluate();
        }
        return true;
    }

    private void evaluate() {
        progress.checkCancelled();
        run.evaluate(List.copyOf(page), progress);
        evaluated += page.size();
        page.clear();
        progress.report(evaluated, Math.max(total, evaluated), "");
    }

    Simulation finish() {
        if (!page.isEmpty()) {
            evaluate();
        }
        return new Simulation(evaluated, run.forecasts());
    }
}
