package io.countersign.learning;

import static io.countersign.policy.SampleMail.NOW;
import static io.countersign.policy.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.SampleMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LearningTest {
    private final FeatureExtractor features = FeatureExtractor.standard();
    private final Calibrator calibrator = new Calibrator();
    private final ConfidenceModel model = new ConfidenceModel(features, calibrator);
    private final OnlineLearner learner = new OnlineLearner();

    @Test
    void takesCategorySenderListAndWholeWords() {
        var message = mail(Category.PROMOTION)
                .from("Shop <a@Shop.Example>")
                .listId("news.shop.example")
                .subject("Big SALE: your INVOICE, a deal-breaker")
                .preview("Reordering events. Payment?")
                .get();

        assertThat(features.features(message))
                .containsExactly(
                        "category:promotion",
                        "sender_domain:shop.example",
                        "listid:news.shop.example",
                        "contains:sale",
                        "contains:invoice",
                        "contains:deal",
                        "contains:payment");
    }

    @Test
    void knowsExactlyTheDocumentedWords() {
        var words = Pattern.compile(" ")
                .splitAsStream(
                        "invoice receipt meetup interview newsletter offer promotion discount sale deal conference webinar event reminder payment order shipping")
                .toList();
        var message = mail().from("").subject(String.join(" ", words)).get();

        assertThat(features.features(message))
                .hasSize(words.size() + 1)
                .containsAll(words.stream().map(word -> "contains:" + word).toList());
    }

    @Test
    void aFeatureNeverGrowsBeyondItsBound() {
        var message = mail().from("a@" + "x".repeat(10_000))
                .listId("y".repeat(10_000))
                .get();

        assertThat(features.features(message)).allMatch(feature -> feature.length() <= FeatureExtractor.MAX_LENGTH);
    }

    @Test
    void decisionsMoveAWeightByAFifthWithinItsBound() {
        assertThat(learner.updated(0, true)).isEqualTo(0.2);
        assertThat(learner.updated(0.2, false)).isZero();
        assertThat(learner.updated(2, true)).isEqualTo(2);
        assertThat(learner.updated(-2, false)).isEqualTo(-2);
        assertThat(learner.updated(2, false)).isEqualTo(1.8);
        assertThat(learner.updated(Double.NaN, true)).isEqualTo(0.2);
        assertThat(learner.updated(1e300, true)).isEqualTo(2);
    }

    @Test
    void aWeightHalvesInNinetyDaysAndNeverGrows() {
        assertThat(learner.faded(2, Duration.ofDays(90))).isEqualTo(1);
        assertThat(learner.faded(-2, Duration.ofDays(180))).isEqualTo(-0.5);
        assertThat(learner.faded(1.6, Duration.ZERO)).isEqualTo(1.6);
        assertThat(learner.faded(1.6, Duration.ofDays(-3))).isEqualTo(1.6);
        assertThat(learner.faded(2, Duration.ofDays(36_500))).isZero();
    }

    @Test
    void whoeverWritesOnceAWeekStillReachesTheBound() {
        assertThat(afterApprovals(60, Duration.ofDays(7)).weight()).isEqualTo(2);
        assertThat(afterApprovals(60, Duration.ofDays(30)).weight()).isBetween(0.9, 1.0);
    }

    private TaughtWeight afterApprovals(int count, Duration apart) {
        var weight = TaughtWeight.NONE;
        for (int i = 0; i < count; i++) {
            weight = learner.taught(weight, true, 1, NOW.plus(apart.multipliedBy(i)));
        }
        return weight;
    }

    @Test
    void severalAtOnceTeachWhatOneAfterTheOtherTeaches() {
        var random = new Random(9);
        for (int i = 0; i < 500; i++) {
            var before = new TaughtWeight(random.nextInt(-10, 11) / 5.0, NOW, 4);
            var at = NOW.plusSeconds(random.nextInt(10_000_000));
            boolean approved = random.nextBoolean();
            int times = random.nextInt(1, 40);
            var single = before;
            for (int n = 0; n < times; n++) {
                single = learner.taught(single, approved, 1, at);
            }
            assertThat(learner.taught(before, approved, times, at)).isEqualTo(single);
            assertThat(single.weight()).isBetween(-2.0, 2.0);
        }
    }

    @Test
    void withoutDecisionsTheConfidenceIsThePolicysOwnFigureAsDocumented() {
        var promotion = mail(Category.PROMOTION).get();
        var newsletter = mail(Category.NEWSLETTER).get();
        var risky = mail(Category.PROMOTION).risk(80).get();

        assertThat(untaught(0.7, promotion, 0.6)).isEqualTo(0.7);
        assertThat(untaught(0.7, promotion, 0.61)).isCloseTo(0.8, within(1e-9));
        assertThat(untaught(0.7, newsletter, 1)).isEqualTo(0.7);
        assertThat(untaught(0.2, risky, 1)).isEqualTo(0.95);
        assertThat(untaught(0.95, promotion, 1)).isEqualTo(0.99);
        assertThat(untaught(0, newsletter, 0)).isEqualTo(0.01);
    }

    private double untaught(double threshold, Message message, double promotionRatio) {
        var confidence = model.confidence(policy(threshold), message, promotionRatio, Experience.none());
        assertThat(confidence.contributions()).isEmpty();
        assertThat(confidence.calibration()).isZero();
        return confidence.value();
    }

    @Test
    void whatIsShownAlwaysSumsToTheConfidenceRoundedOrNot() {
        var random = new Random(10);
        for (int i = 0; i < 2_000; i++) {
            var message = SampleMail.random(random);
            var weights = new HashMap<String, Double>();
            for (var feature : features.features(message)) {
                weights.put(feature, random.nextInt(-10, 11) / 5.0);
            }
            var confidence = model.confidence(
                    policy(random.nextDouble()),
                    message,
                    random.nextDouble(),
                    new Experience(weights, randomly(random)));
            var shown = new ArrayList<Double>();
            confidence.parts().forEach(part -> shown.add(part.points()));
            confidence.contributions().forEach(one -> shown.add(one.contribution()));
            long percent = Math.round(100 * confidence.value());
            var whole = Apportionment.whole(shown, 100, percent);

            assertThat(confidence.value()).isBetween(0.01, 0.99);
            assertThat(shown.stream().mapToDouble(part -> part).sum()).isCloseTo(confidence.value(), within(1e-9));
            assertThat(whole.stream().mapToLong(part -> part).sum()).isEqualTo(percent);
            for (int part = 0; part < whole.size(); part++) {
                assertThat((double) whole.get(part)).isCloseTo(100 * shown.get(part), within(1.0));
            }
        }
    }

    private Calibration randomly(Random random) {
        var calibration = calibrator.untaught();
        for (int n = random.nextInt(60); n > 0; n--) {
            calibration = calibrator.taught(
                    calibration,
                    random.nextBoolean() ? "archive_email" : "label_email",
                    random.nextDouble(),
                    random.nextBoolean()
                            ? Signals.NONE
                            : Signals.of(List.of("category:x"), Map.of("category:x", random.nextDouble(-2, 2))),
                    random.nextInt(4) > 0);
        }
        return calibration;
    }

    @Test
    void aFeatureMovesTheConfidenceTheWayItsDecisionsWent() {
        var message = mail(Category.PROMOTION).from("Shop <a@shop.example>").get();
        var hated = experienced(Map.of("sender_domain:shop.example", -2.0));
        var loved = experienced(Map.of("sender_domain:shop.example", 2.0));

        var down = model.confidence(policy(0.7), message, 0, hated);
        var up = model.confidence(policy(0.7), message, 0, loved);

        assertThat(down.contributions().getFirst().contribution()).isNegative();
        assertThat(up.contributions().getFirst().contribution()).isPositive();
        assertThat(down.value()).isLessThan(up.value());
    }

    /** With decisions that all went the policy's way. */
    private Experience experienced(Map<String, Double> weights) {
        var calibration = calibrator.untaught();
        for (int n = 0; n < 40; n++) {
            calibration = calibrator.taught(calibration, "archive_email", 0.7, Signals.NONE, true);
        }
        return new Experience(weights, calibration);
    }

    private static Policy policy(double threshold) {
        return new Policy(
                1,
                1,
                "x",
                "The offer in it is over.",
                true,
                1,
                new Condition.All(List.of()),
                new Action.Archive(),
                threshold,
                false);
    }

    @Test
    void theNarrativeSaysWhatHowSureAndWhy() {
        var message = mail(Category.PROMOTION).expiresIn(-10).get();
        var confidence = new Confidence(
                0.96, 0.7, 0.1, false, 0, List.of(new FeatureContribution("sender_domain:shop.example", 2, 0.1)), 0.06);

        assertThat(new Narrative().summary(policy(0.7), message, NOW, confidence))
                .isEqualTo("Archive, 96 % sure. The offer in it is over. It ended 10 days ago; this sender sends mostly"
                        + " promotions; you approved most of what shop.example sends; you approve this more often than the"
                        + " policy expects.");
        assertThat(new Narrative()
                        .summary(
                                policy(0.5),
                                mail().get(),
                                NOW,
                                model.confidence(policy(0.5), mail().get(), 0, Experience.none())))
                .isEqualTo("Archive, 50 % sure. The offer in it is over.");
    }
}
