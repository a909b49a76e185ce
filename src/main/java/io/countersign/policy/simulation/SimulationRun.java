package io.countersign.policy.simulation;

import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import io.countersign.policy.SideBySide;
import io.countersign.policy.SideBySide.Verdicts;
import io.countersign.policy.Verdict;
import io.countersign.policy.simulation.ProposalHistory.Decided;
import io.countersign.policy.simulation.ProposalHistory.Past;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One simulation. Mails of a page are judged in parallel, and counted one after another. */
final class SimulationRun {
    private static final Comparator<Policy> ORDER =
            Comparator.comparingInt(Policy::priority).thenComparingLong(Policy::id);
    private static final int CHECK = 100;

    private final Drafts drafts;
    private final List<Policy> asGiven;
    private final ProposalHistory history;
    private final Instant now;
    private final SideBySide policies;
    private final List<ForecastTally> tallies;

    SimulationRun(Drafts drafts, List<Policy> asGiven, ProposalHistory history, Instant now) {
        this.drafts = drafts;
        this.asGiven = asGiven;
        this.history = history;
        this.now = now;
        this.policies = drafts.sideBySide();
        this.tallies = asGiven.stream().map(_ -> new ForecastTally()).toList();
    }

    private record Hindsight(Decided decision, Verdict verdict) {}

    private record Judged(Message mail, Verdicts verdicts, List<Hindsight> hindsights) {}

    void evaluate(List<Message> page, Progress progress) {
        var past = history.of(page);
        var judged = IntStream.range(0, page.size())
                .parallel()
                .mapToObj(i -> {
                    if (i % CHECK == 0) {
                        progress.checkCancelled();
                    }
                    return judge(page.get(i), past);
                })
                .toList();
        judged.forEach(one -> count(one, past));
    }

    private Judged judge(Message mail, Past past) {
        var hindsights = new ArrayList<Hindsight>();
        for (var decision : past.decisions(mail)) {
            hindsights.add(new Hindsight(decision, policies.evaluateAfter(decision.mail(), decision.at())));
        }
        return new Judged(mail, policies.evaluate(mail, now), hindsights);
    }

    private void count(Judged judged, Past past) {
        var mail = judged.mail();
        var verdicts = judged.verdicts();
        var proposing = proposing(verdicts.after());
        verdicts.matched().stream().forEach(index -> {
            tallies.get(index).matched();
            proposing
                    .filter(policy -> ORDER.compare(policy, drafts.placed(index)) < 0)
                    .ifPresent(policy -> tallies.get(index).losesTo(drafts.shownId(policy)));
        });
        verdicts.problems().forEach((index, reason) -> tallies.get(index).failed(reason));
        proposing.ifPresent(policy -> drafts.indexOf(policy).ifPresent(index -> {
            proposing(verdicts.before())
                    .filter(loser -> loser.id() != policy.id())
                    .ifPresent(loser -> tallies.get(index).takesFrom(drafts.shownId(loser)));
            if (past.mayPropose(mail, policy, drafts.isRevised(index))) {
                tallies.get(index).proposes(mail.id());
            }
        }));
        judged.hindsights().forEach(this::compare);
    }

    private void compare(Hindsight hindsight) {
        var decision = hindsight.decision();
        long mail = decision.mail().id();
        var again = proposing(hindsight.verdict())
                .filter(policy -> policy.action().equals(decision.action()))
                .flatMap(drafts::indexOf);
        again.ifPresent(index -> tallies.get(index).wouldHaveProposed(mail, decision.approved()));
        drafts.indexOf(decision.policyId())
                .filter(index -> !again.equals(Optional.of(index)))
                .ifPresent(index -> tallies.get(index).wouldNotHaveProposed(mail, decision.approved()));
    }

    private static Optional<Policy> proposing(Verdict verdict) {
        return verdict instanceof Verdict.Match match ? Optional.of(match.policy()) : Optional.empty();
    }

    List<Simulation.Forecast> forecasts() {
        return IntStream.range(0, asGiven.size())
                .mapToObj(index -> tallies.get(index).forecast(asGiven.get(index)))
                .toList();
    }
}
