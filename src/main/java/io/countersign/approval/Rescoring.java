package io.countersign.approval;

import io.countersign.learning.Confidence;
import io.countersign.learning.Experience;
import io.countersign.learning.OwnFigure;
import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores what is pending by everything that was learned until now, with the policy's own figure and the features of when it was
 * proposed. Made for one reading; not thread-safe.
 */
final class Rescoring implements Scoring {
    private record Seen(String action, double prior, List<String> features) {}

    private final Learning learning;
    private final Experience experience;
    private final Map<Seen, Double> known = new HashMap<>();

    Rescoring(Learning learning, Experience experience) {
        this.learning = learning;
        this.experience = experience;
    }

    @Override
    public double confidence(String action, double prior, List<String> features) {
        // Many proposals look alike to the learner.
        return known.computeIfAbsent(
                new Seen(action, prior, features),
                seen -> confidence(seen, OwnFigure.kept(List.of(), prior)).value());
    }

    private Confidence confidence(Seen seen, OwnFigure own) {
        return learning.confidence().confidence(own, seen.action(), seen.features(), experience);
    }

    /** What a pending proposal needs besides what is stored with it. */
    record Basis(Decidable stored, Optional<Message> mail, Optional<Policy> policy) {}

    /** The same proposal with its confidence, and the reasons for that, as of now. */
    Proposal rescored(Proposal proposal, Basis basis, Instant now) {
        if (basis.stored().features().isEmpty()) {
            return proposal;
        }
        var before = proposal.rationale();
        double prior = basis.stored().prior();
        var confidence = confidence(
                new Seen(proposal.action().id(), prior, basis.stored().features()),
                OwnFigure.kept(before.score(), prior));
        var summary = basis.mail()
                .flatMap(mail -> basis.policy()
                        .filter(policy -> policy.action().equals(proposal.action()))
                        .map(policy -> learning.narrative().summary(policy, mail, now, confidence)))
                .orElse(before.summary());
        return proposal.rescored(
                confidence.value(),
                new Rationale(summary, before.clauses(), confidence.contributions(), confidence.parts()));
    }
}
