package io.countersign.approval;

import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.mail.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns from decisions and unlearns them: afterwards the weights are what a replay of all standing decisions gives. */
final class Lessons {
    private final String user;
    private final FeatureLog log;
    private final Learning learning;

    Lessons(String user, FeatureLog log, Learning learning) {
        this.user = user;
        this.log = log;
        this.learning = learning;
    }

    /** What the learner sees of a mail; one line each in the decision's row. */
    List<String> features(Message mail) {
        return learning.features().features(mail).stream()
                .filter(feature -> feature.indexOf('\n') < 0)
                .toList();
    }

    void learn(long batch, boolean approve, List<Decision> decisions) {
        var times = times(decisions);
        log.add(batch, approve, times);
        var weights = new HashMap<>(learning.weights().of(user, times.keySet()));
        times.forEach(
                (feature, count) -> weights.put(feature, taught(weights.getOrDefault(feature, 0.0), approve, count)));
        learning.weights().put(user, weights);
    }

    void unlearn(long batch, List<Decision> decisions) {
        var learned = log.subtract(batch, times(decisions));
        var weights = new HashMap<String, Double>();
        learned.forEach(feature -> weights.put(feature, 0.0));
        for (var lesson : log.lessons(learned)) {
            weights.merge(lesson.feature(), 0.0, (weight, _) -> taught(weight, lesson.approve(), lesson.times()));
        }
        learning.weights().put(user, weights);
    }

    private double taught(double weight, boolean approve, int times) {
        double taught = weight;
        for (int i = 0; i < times; i++) {
            double next = learning.learner().updated(taught, approve);
            if (next == taught) {
                return next;
            }
            taught = next;
        }
        return taught;
    }

    private static Map<String, Integer> times(List<Decision> decisions) {
        var times = new HashMap<String, Integer>();
        for (var decision : decisions) {
            decision.features().forEach(feature -> times.merge(feature, 1, Integer::sum));
        }
        return times;
    }
}
