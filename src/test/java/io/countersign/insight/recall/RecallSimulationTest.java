package io.countersign.insight.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.Belonging;
import io.countersign.approval.Reach;
import io.countersign.insight.PolicyCounts;
import io.countersign.insight.recall.RecallRecords.Asked;
import io.countersign.insight.recall.RecallRecords.FrameKey;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weeks of mail, questions and answers with known truth: how often the interval of recall holds it. */
class RecallSimulationTest {
    private static final int RUNS = 300;
    private static final double PROMISED = 0.93;
    private static final int QUESTIONS = 5;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Policy POLICY = new Policy(
            1,
            0,
            "Promotions",
            "",
            true,
            100,
            new PolicyJson().condition("{\"eq\":[\"category\",\"promotion\"]}"),
            new Action.Archive(),
            0.7,
            false);

    /** How many of 1000 mails of each kind are wanted, and for how many weeks the person answers. */
    @ParameterizedTest
    @CsvSource({"300, 2, 2", "300, 2, 12", "50, 0, 4", "50, 5, 12", "5, 1, 12", "800, 100, 6", "0, 0, 8", "100, 100, 3"
    })
    void theIntervalOfRecallCoversTheTruth(int nearWanted, int farWanted, int weeks) {
        var random = new Random(1000L * nearWanted + farWanted + weeks);
        int covered = 0;
        int shown = 0;
        for (int run = 0; run < RUNS; run++) {
            var world = new World(random.nextLong(), nearWanted / 1000.0, farWanted / 1000.0);
            for (int week = 0; week < weeks; week++) {
                world.week();
            }
            var recall = world.recall();
            if (recall.isPresent()) {
                shown++;
                double truth = world.truth();
                covered += recall.get().low() <= truth + 1e-9
                                && truth <= recall.get().high() + 1e-9
                        ? 1
                        : 0;
            }
        }
        assertThat(shown).isEqualTo(RUNS);
        assertThat((double) covered / shown).as("coverage").isGreaterThanOrEqualTo(PROMISED);
    }

    /** One person: 100 mails a week, some of them proposed, some close to those; mail arrives while questions are asked. */
    static final class World {
        private final Random random;
        private final Lottery lottery;
        private final double nearWanted;
        private final double farWanted;
        private final List<Message> mails = new ArrayList<>();
        private final Set<Long> wanted = new HashSet<>();
        private final Set<Long> proposed = new HashSet<>();
        private final Map<Asked, Boolean> answers = new HashMap<>();
        private Map<FrameKey, Long> frames = Map.of();
        private Set<Long> counted = Set.of();
        private int approved;

        World(long seed, double nearWanted, double farWanted) {
            this.random = new Random(seed);
            this.lottery = new Lottery(seed);
            this.nearWanted = nearWanted;
            this.farWanted = farWanted;
            for (int i = 0; i < 3; i++) {
                arrive();
            }
        }

        private void arrive() {
            for (int i = 0; i < 100; i++) {
                long id = mails.size() + 1L;
                int kind = random.nextInt(10);
                boolean fires = kind < 2;
                boolean near = kind < 5;
                mails.add(mail(
                        id, fires ? Category.PROMOTION : Category.PERSONAL, near ? "shop.example" : "home.example"));
                if (fires) {
                    proposed.add(id);
                    approved += random.nextInt(10) < 9 ? 1 : 0;
                } else if (random.nextDouble() < (near ? nearWanted : farWanted)) {
                    wanted.add(id);
                }
            }
        }

        void week() {
            arrive();
            var reach = Map.of(POLICY.id(), new Reach(Set.of("shop.example"), Set.of("promotion")));
            var scan = new FrameScan(new Belonging(List.of(POLICY), reach), List.of(POLICY), lottery, QUESTIONS);
            scan.prepare(answers.keySet(), Map.of(), _ -> proposed::contains);
            mails.forEach(scan::visit);
            var draw = scan.draw(QUESTIONS);
            frames = draw.frames();
            counted = new HashSet<>(draw.counted());
            for (var question : draw.questions()) {
                var asked = new Asked(
                        answers.size() + 1L,
                        question.policyId(),
                        question.messageId(),
                        question.action(),
                        question.stratum(),
                        NOW);
                counted.add(asked.id());
                answers.put(asked, wanted.contains(question.messageId()));
            }
        }

        double truth() {
            return (double) approved / (approved + wanted.size());
        }

        Optional<io.countersign.insight.InsightSnapshot.Recall> recall() {
            var strata = frames.entrySet().stream()
                    .map(frame -> {
                        var in = answers.entrySet().stream()
                                .filter(one -> counted.contains(one.getKey().id())
                                        && one.getKey().stratum()
                                                == frame.getKey().stratum())
                                .toList();
                        return new Sampled(
                                frame.getValue(),
                                in.size(),
                                in.stream().filter(Map.Entry::getValue).count());
                    })
                    .toList();
            return RecallEstimate.of(
                    new PolicyCounts.Row(
                            1, "Promotions", proposed.size(), approved, proposed.size() - approved, 0, NOW),
                    new Evidence(strata, 0));
        }
    }

    private static Message mail(long id, Category category, String domain) {
        var envelope = new Envelope(
                "m" + id + "@example.org",
                "local",
                new Address("", "someone@" + domain),
                List.of(),
                Optional.empty(),
                "Subject",
                NOW,
                "",
                false,
                false,
                100);
        var none = Understanding.unknown();
        var understanding = new Understanding(
                category,
                0.9,
                none.evidence(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Message(id, id, 0, envelope, TestMail.UNREAD_IN_INBOX, understanding);
    }
}
