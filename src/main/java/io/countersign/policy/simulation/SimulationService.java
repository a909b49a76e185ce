package io.countersign.policy.simulation;

import io.countersign.mail.MessageRepository;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.util.List;

/** Runs drafts over stored mail, page by page, so that memory does not grow with it. */
public final class SimulationService implements Simulator {
    private final MessageRepository messages;
    private final PolicyRepository policies;
    private final ProposalHistory history;
    private final Clock clock;

    public SimulationService(
            MessageRepository messages, PolicyRepository policies, ProposalHistory history, Clock clock) {
        this.messages = messages;
        this.policies = policies;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Simulation simulate(List<Policy> drafts, Progress progress) {
        var run = new SimulationRun(new Drafts(policies.all(), drafts), drafts, history, clock.instant());
        var pages = new Pages(run, messages.count(), progress);
        messages.forEachNewestFirst(pages::add);
        return pages.finish();
    }
}
