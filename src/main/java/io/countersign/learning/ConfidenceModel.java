package io.countersign.learning;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The confidence of a proposal. It starts from the policy's own figure as the reference documents it: the threshold; + 0.1 for a
 * promotion whose sender sends more than 60 % promotions; 0.95 instead when the risk is 80 or more. What decisions taught
 * then moves it, as far as a {@link Calibrator} found it to be worth. Kept within 0.01..0.99. A pure function; thread-safe.
 *
 * <p>Parts are shown as probabilities, since those are what a person can add up. Each line of the calibrator is additive in
 * log-odds; each of its terms gets the same share of the line's change in probability as it has of the change in log-odds.
 */
public final class ConfidenceModel {
    private static final double PROMOTION_BONUS = 0.1;
    private static final double PROMOTION_RATIO = 0.6;
    private static final int RISKY = 80;
    private static final double RISKY_BASE = 0.95;
    private static final double HARDLY = 1e-6;

    private final FeatureExtractor features;
    private final Calibrator calibrator;

    public ConfidenceModel(FeatureExtractor features, Calibrator calibrator) {
        this.features = features;
        this.calibrator = calibrator;
    }

    /**
     * How sure proposing the policy's action for this mail is.
     *
     * @param promotionRatio the share of promotions in the mail of the same sender, 0..1
     */
    public Confidence confidence(Policy policy, Message message, double promotionRatio, Experience experience) {
        return confidence(
                ownFigure(policy, message, promotionRatio),
                policy.action().id(),
                features.features(message),
                experience);
    }

    /** What the policy says about this mail before anything was learned. */
    private static OwnFigure ownFigure(Policy policy, Message message, double promotionRatio) {
        double base = Math.clamp(policy.confidenceThreshold(), Calibrator.LEAST, Calibrator.MOST);
        boolean risky = message.understanding().riskScore() >= RISKY;
        boolean promotions =
                message.understanding().category() == Category.PROMOTION && promotionRatio > PROMOTION_RATIO;
        double bonus = promotions && !risky ? Math.min(PROMOTION_BONUS, Calibrator.MOST - base) : 0;
        return new OwnFigure(base, bonus, risky, risky ? RISKY_BASE - base : 0);
    }

    /** How sure an action is whose policy has this own figure for a mail with these features. */
    public Confidence confidence(OwnFigure own, String action, List<String> features, Experience experience) {
        var voices = Voice.of(features, experience.weights());
        var calibrated = calibrator.calibrated(experience.calibration(), action, own.prior(), Voice.signals(voices));
        var contributions = contributions(voices, calibrated);
        double learned = contributions.stream()
                .mapToDouble(FeatureContribution::contribution)
                .sum();
        double calibration = calibrated.silent() ? 0 : calibrated.value() - own.prior() - learned;
        return new Confidence(
                calibrated.value(),
                own.base(),
                own.promotionBonus(),
                own.risky(),
                own.risk(),
                contributions,
                calibration);
    }

    private static List<FeatureContribution> contributions(List<Voice> voices, Calibrated calibrated) {
        if (calibrated.silent()) {
            return List.of();
        }
        var moved = new double[voices.size()];
        for (var opinion : calibrated.opinions()) {
            double inOdds = opinion.experience()
                    + voices.stream().mapToDouble(voice -> odds(voice, opinion)).sum();
            double scale = opinion.share() * perLogOdds(calibrated.prior(), inOdds);
            for (int i = 0; i < moved.length; i++) {
                moved[i] += scale * odds(voices.get(i), opinion);
            }
        }
        return IntStream.range(0, moved.length)
                .mapToObj(i -> new FeatureContribution(
                        voices.get(i).feature(), voices.get(i).weight(), moved[i]))
                .sorted(Comparator.comparingDouble((FeatureContribution one) -> -Math.abs(one.contribution()))
                        .thenComparing(FeatureContribution::feature))
                .toList();
    }

    private static double odds(Voice voice, Opinion opinion) {
        return opinion.perSignal().get(voice.signal()) * voice.strength();
    }

    /** How much probability one unit of log-odds is worth on the way from a probability through so many units. */
    private static double perLogOdds(double from, double units) {
        return Math.abs(units) < HARDLY
                ? from * (1 - from)
                : (LogOdds.logistic(LogOdds.logit(from) + units) - from) / units;
    }
}
