package io.countersign.learning;

import static io.countersign.policy.SampleMail.NOW;
import static io.countersign.policy.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Category;
import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.SampleMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LearningTest {
    private final FeatureExtractor features = FeatureExtractor.standard();
    private final ConfidenceModel model = new ConfidenceModel(features);
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
    void replayEqualsOneDecisionAfterTheOtherExactly() {
        var random = new Random(9);
        for (int i = 0; i < 500; i++) {
            var decisions = new ArrayList<Boolean>();
            double weight = 0;
            for (int n = random.nextInt(60); n > 0; n--) {
                boolean approved = random.nextInt(3) > 0;
                decisions.add(approved);
                weight = learner.updated(weight, approved);
            }
            assertThat(learner.replay(decisions)).isEqualTo(weight).isBetween(-2.0, 2.0);
        }
    }

    @Test
    void confidenceFollowsTheDocumentedFormula() {
        var promotion = mail(Category.PROMOTION).get();
        var newsletter = mail(Category.NEWSLETTER).get();
        var risky = mail(Category.PROMOTION).risk(80).get();

        assertThat(model.confidence(0.7, promotion, 0.6, Map.of()).value()).isEqualTo(0.7);
        assertThat(model.confidence(0.7, promotion, 0.61, Map.of()).value()).isCloseTo(0.8, within(1e-9));
        assertThat(model.confidence(0.7, newsletter, 1, Map.of()).value()).isEqualTo(0.7);
        assertThat(model.confidence(0.2, risky, 1, Map.of()).value()).isEqualTo(0.95);
        assertThat(model.confidence(0.95, promotion, 1, Map.of()).value()).isEqualTo(0.99);
        assertThat(model.confidence(0, newsletter, 0, Map.of()).value()).isEqualTo(0.01);
        assertThat(model.confidence(0.5, newsletter, 0, Map.of("category:newsletter", 2.0, "category:offer", 2.0))
                        .value())
                .isCloseTo(0.6, within(1e-9));
    }

    @Test
    void contributionsAlwaysSumToTheBoundedPersonalPart() {
        var random = new Random(10);
        for (int i = 0; i < 2_000; i++) {
            var message = SampleMail.random(random);
            var weights = new HashMap<String, Double>();
            double sum = 0;
            for (var feature : features.features(message)) {
                double weight = random.nextInt(-10, 11) / 5.0;
                weights.put(feature, weight);
                sum += weight;
            }
            var confidence = model.confidence(random.nextDouble(), message, random.nextDouble(), weights);
            double shares = confidence.contributions().stream()
                    .mapToDouble(FeatureContribution::contribution)
                    .sum();

            assertThat(confidence.personal()).isCloseTo(Math.clamp(0.05 * sum, -0.15, 0.15), within(1e-9));
            assertThat(shares).isCloseTo(confidence.personal(), within(1e-9));
            assertThat(confidence.value()).isBetween(0.01, 0.99);
        }
    }

    @Test
    void theNarrativeSaysWhatHowSureAndWhy() {
        var policy = new Policy(
                1,
                1,
                "x",
                "The offer in it is over.",
                true,
                1,
                new Condition.All(List.of()),
                new Action.Archive(),
                0.86,
                false);
        var message = mail(Category.PROMOTION).expiresIn(-10).get();
        var confidence = model.confidence(0.76, message, 0.9, Map.of("sender_domain:shop.example", 2.0));

        assertThat(new Narrative().summary(policy, message, NOW, confidence))
                .isEqualTo("Archive, 96 % sure. The offer in it is over. It ended 10 days ago; this sender sends mostly"
                        + " promotions; you approved most of what shop.example sends.");
        assertThat(new Narrative().summary(policy, mail().get(), NOW, model.confidence(0.5, mail().get(), 0, Map.of())))
                .isEqualTo("Archive, 50 % sure. The offer in it is over.");
    }
}
