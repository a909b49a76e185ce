package io.countersign.ats.detection;

import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides which stage a passage announces: the weights of the rules that fired add up per stage, confirmations yield to
 * anything that follows an application, and close calls are none. Immutable and thread-safe.
 */
final class StageDetector {
    /** What a stage needs to be announced. */
    private static final double ENOUGH = 4;
    /** What a stage needs to be shown as a candidate. */
    private static final double WORTH_A_LOOK = 2;

    private static final double LEAD = 1;
    private static final double LEAD_OVER_OPPOSITE = 2.5;
    private static final double CONFIRMATION_BESIDE_NEWS = 0.35;
    /** Nobody who says no asks for a test: it is one that was done. */
    private static final double TASK_BESIDE_NO = 0.5;

    private static final double SUBJECT_BESIDE_BODY = 0.4;
    private static final double SPREAD = 1.6;
    private static final int EVIDENCE = 6;

    private final StageRules rules;
    private final Calibration calibration;

    StageDetector(StageRules rules, Calibration calibration) {
        this.rules = rules;
        this.calibration = calibration;
    }

    StageFinding find(StageReading reading) {
        var fired =
                IntStream.range(0, rules.rules().size()).filter(reading::fires).toArray();
        boolean bodySpeaks = IntStream.of(fired)
                .anyMatch(index -> rules.rule(index).weight() >= ENOUGH && !reading.onlyInSubject(index));
        var scores = new EnumMap<Stage, Double>(Stage.class);
        var against = new EnumMap<Stage, Double>(Stage.class);
        for (int index : fired) {
            var rule = rules.rule(index);
            double share = bodySpeaks && reading.onlyInSubject(index) ? SUBJECT_BESIDE_BODY : 1;
            rule.stage().ifPresent(stage -> scores.merge(talk(stage), rule.weight() * share, Double::sum));
            for (var stage : Stage.values()) {
                against.merge(stage, rule.against(stage), Double::sum);
            }
        }
        return decide(scores, against, reading);
    }

    /** Kinds of talks compete together; which of them it is, is decided afterwards. */
    private static Stage talk(Stage stage) {
        return stage.isInterview() ? Stage.INTERVIEW : stage;
    }

    private StageFinding decide(Map<Stage, Double> scores, Map<Stage, Double> against, StageReading reading) {
        boolean news = scores.entrySet().stream()
                .anyMatch(entry -> entry.getKey() != Stage.APPLIED && entry.getValue() >= ENOUGH);
        if (news) {
            scores.computeIfPresent(Stage.APPLIED, (_, score) -> score * CONFIRMATION_BESIDE_NEWS);
        }
        if (scores.getOrDefault(Stage.REJECTED, 0.0) >= ENOUGH) {
            scores.computeIfPresent(Stage.ASSESSMENT, (_, score) -> score * TASK_BESIDE_NO);
        }
        var ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<Stage, Double>comparingByValue().reversed())
                .toList();
        var candidates = ranked.stream()
                .filter(entry -> entry.getValue() >= WORTH_A_LOOK)
                .map(Map.Entry::getKey)
                .toList();
        if (candidates.isEmpty()) {
            return StageFinding.none();
        }
        var best = ranked.getFirst();
        double second = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
        double rival = Math.max(second, against.getOrDefault(best.getKey(), 0.0));
        double lead = best.getValue() - rival;
        boolean opposite =
                ranked.size() > 1 && areOpposite(best.getKey(), ranked.get(1).getKey()) && second >= ENOUGH;
        double margin = lead - (opposite ? LEAD_OVER_OPPOSITE : LEAD);
        boolean sure = best.getValue() >= ENOUGH && margin >= 0;
        double confidence = confidence(Math.min(lead, best.getValue() - ENOUGH + LEAD));
        var stage = sure ? Optional.of(kindOf(best.getKey(), reading)) : Optional.<Stage>empty();
        return new StageFinding(
                stage,
                sure ? calibration.chance(confidence) : 1 - confidence,
                evidence(best.getKey(), reading),
                replaced(candidates, best.getKey(), stage));
    }

    private static List<Stage> replaced(List<Stage> candidates, Stage generic, Optional<Stage> exact) {
        return candidates.stream()
                .map(candidate -> candidate == generic ? exact.orElse(generic) : candidate)
                .toList();
    }

    private static double confidence(double lead) {
        return Math.clamp(1 / (1 + Math.exp(-lead / SPREAD)), 0.01, 0.99);
    }

    private static boolean areOpposite(Stage a, Stage b) {
        return (a == Stage.REJECTED) != (b == Stage.REJECTED)
                && (a == Stage.REJECTED ? b : a).compareTo(Stage.SCREENING) >= 0;
    }

    private Stage kindOf(Stage stage, StageReading reading) {
        if (stage == Stage.OFFER && reading.saw("hired")) {
            return Stage.HIRED;
        }
        if (stage != Stage.INTERVIEW) {
            return stage;
        }
        if (reading.saw("final-round")) {
            return Stage.FINAL_ROUND;
        }
        return reading.saw("screening") ? Stage.SCREENING : Stage.INTERVIEW;
    }

    private List<Evidence> evidence(Stage stage, StageReading reading) {
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < rules.rules().size(); i++) {
            var rule = rules.rule(i);
            boolean speaks = rule.stage().filter(one -> talk(one) == stage).isPresent() || rule.against(stage) > 0;
            if (speaks && reading.fires(i)) {
                evidence.add(new Evidence(
                        rule.name(), shortened(reading.seen(i)), rule.against() > 0 ? -rule.against() : rule.weight()));
            }
        }
        evidence.sort(Comparator.comparingDouble((Evidence one) -> Math.abs(one.weight()))
                .reversed());
        return evidence.subList(0, Math.min(EVIDENCE, evidence.size()));
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 119) + "…";
    }
}
