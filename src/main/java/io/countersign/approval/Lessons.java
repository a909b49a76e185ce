package io.countersign.approval;

import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.learning.Experience;
import io.countersign.learning.TaughtWeight;
import io.countersign.learning.UserWeight;
import io.countersign.mail.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Learns from decisions and unlearns them: afterwards what was learned is what a replay of all standing decisions gives. */
final class Lessons {
    private final String user;
    private final FeatureLog log;
    private final Learning learning;
    private final ConfidenceLessons confidence;

    Lessons(String user, FeatureLog log, Learning learning) {
        this.user = user;
        this.log = log;
        this.learning = learning;
        this.confidence = new ConfidenceLessons(user, learning);
    }

    /** What the learner sees of a mail; one line each in the decision's row. */
    List<String> features(Message mail) {
        return learning.visible(mail);
    }

    /** Scores by everything that was learned, as of now. */
    Rescoring rescoring() {
        return new Rescoring(learning, experience());
    }

    /** The same proposals as sure as they are now; cheap for few, since it reads only what was learned about their mails. */
    List<Decidable> rescored(List<Decidable> proposals, Instant now) {
        var features = proposals.stream()
                .flatMap(proposal -> proposal.features().stream())
                .collect(Collectors.toSet());
        var rescoring = new Rescoring(
                learning, new Experience(speaking(learning.weights().of(user, features), now), confidence.current()));
        return proposals.stream().map(proposal -> proposal.scored(rescoring)).toList();
    }

    /** Everything that was learned, as of now. */
    Experience experience() {
        return new Experience(
                learning.weights().all(user).stream()
                        .filter(UserWeight::speaks)
                        .collect(Collectors.toMap(UserWeight::feature, UserWeight::weight)),
                confidence.current());
    }

    /** @param priors the policy's own figure by proposal */
    void learn(long batch, boolean approve, Instant at, List<Decision> decisions, Map<Long, Double> priors) {
        var times = times(decisions);
        log.add(batch, approve, times);
        var before = learning.weights().of(user, times.keySet());
        confidence.learn(batch, approve, decisions, priors, speaking(before, at));
        var after = new HashMap<String, TaughtWeight>();
        times.forEach((feature, count) -> after.put(
                feature,
                learning.learner().taught(before.getOrDefault(feature, TaughtWeight.NONE), approve, count, at)));
        learning.weights().put(user, after);
    }

    private Map<String, Double> speaking(Map<String, TaughtWeight> weights, Instant at) {
        var speaking = new HashMap<String, Double>();
        weights.forEach((feature, weight) -> {
            if (weight.speaks()) {
                speaking.put(feature, learning.learner().weightAt(weight, at));
            }
        });
        return speaking;
    }

    void unlearn(long batch, List<Decision> decisions) {
        replay(log.subtract(batch, times(decisions)));
        confidence.unlearn(batch, decisions.stream().map(Decision::proposalId).toList());
    }

    /** Teaches what an earlier version of this program taught by another rule; needed once. */
    void relearn() {
        var outdated = learning.weights().outdated(user);
        if (!outdated.isEmpty()) {
            replay(outdated);
        }
        confidence.relearn();
    }

    private void replay(Collection<String> features) {
        var weights = new HashMap<String, TaughtWeight>();
        features.forEach(feature -> weights.put(feature, TaughtWeight.NONE));
        for (var lesson : log.lessons(features)) {
            weights.computeIfPresent(
                    lesson.feature(),
                    (_, weight) -> learning.learner().taught(weight, lesson.approve(), lesson.times(), lesson.at()));
        }
        learning.weights().put(user, weights);
    }

    private static Map<String, Integer> times(List<Decision> decisions) {
        var times = new HashMap<String, Integer>();
        for (var decision : decisions) {
            decision.features().forEach(feature -> times.merge(feature, 1, Integer::sum));
        }
        return times;
    }
}
