package io.countersign.insight.ui;

import io.countersign.insight.Behind;
import io.countersign.insight.InsightDesk;
import io.countersign.insight.InsightSnapshot;
import io.countersign.insight.InsightSnapshot.Bin;
import io.countersign.insight.InsightSnapshot.Calibration;
import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyStats;
import io.countersign.insight.RecallQuestion;
import io.countersign.learning.UserWeight;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.SampleMail;
import io.countersign.shared.WilsonInterval;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Figures of a made-up person, and a record of what was asked and answered. */
final class SampleInsights implements InsightDesk {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    final List<OptionalInt> windows = new ArrayList<>();
    final List<Behind> asked = new ArrayList<>();
    final Map<Long, Boolean> answers = new LinkedHashMap<>();
    final List<RecallQuestion> questions = new ArrayList<>();
    final Map<String, Double> weights = new LinkedHashMap<>();
    private final List<PolicyStats> policies = new ArrayList<>();
    private final Map<Long, List<Week>> weeks = new LinkedHashMap<>();
    private final Map<Long, Recall> recall = new LinkedHashMap<>();
    private Calibration calibration = new Calibration(List.of(), OptionalDouble.empty(), 0, 100);
    private boolean fails;

    static SampleInsights empty() {
        return new SampleInsights();
    }

    /** A few decisions: not enough for anything. */
    static SampleInsights thin() {
        var desk = new SampleInsights();
        desk.policy(
                1,
                "Promotions past their end",
                9,
                3,
                1,
                List.of(new Week(MONDAY.minusWeeks(1), 5, 1, 1), new Week(MONDAY, 4, 2, 0)));
        desk.policy(2, "Newsletters unread for 60 days", 6, 2, 0, List.of(new Week(MONDAY, 6, 2, 0)));
        desk.policy(3, "High risk → quarantine", 0, 0, 0, List.of());
        desk.recall.put(1L, new Recall(0.6, 0.12, 0.94, 3, 1, 17));
        desk.calibration = new Calibration(
                List.of(new Bin(0.6, 0.7, 0.66, 2, 1), new Bin(0.8, 0.9, 0.84, 4, 4)), OptionalDouble.of(0.16), 6, 94);
        desk.weights.putAll(Map.of("category:promotion", 0.4, "contains:interview", -0.2));
        desk.ask(1);
        return desk;
    }

    /** Half a year of decisions. */
    static SampleInsights rich() {
        var desk = new SampleInsights();
        var random = new Random(7);
        desk.policy(1, "Promotions past their end", 22, 26, 0.955, 12, random);
        desk.policy(2, "Newsletters unread for 60 days", 12, 20, 0.8, 21, random);
        desk.policy(3, "Interview invitations → calendar", 4, 26, 0.99, 2, random);
        desk.policy(4, "High risk → quarantine", 2, 11, 0.75, 3, random);
        desk.policy(5, "Job alerts older than two weeks, if nothing in them was opened", 9, 9, 0.9, 4, random);
        desk.policy(6, "Receipts → label “receipt”", 3, 2, 0.8, 2, random);
        desk.policy(7, "Social notifications", 0, 0, 0, List.of());
        desk.recall.put(1L, new Recall(0.81, 0.72, 0.88, 34, 6, 0));
        desk.recall.put(2L, new Recall(0.64, 0.51, 0.77, 22, 9, 0));
        desk.recall.put(3L, new Recall(0.92, 0.80, 0.98, 21, 1, 0));
        desk.recall.put(4L, new Recall(0.5, 0.1, 0.93, 4, 0, 16));
        desk.calibration = new Calibration(
                List.of(
                        new Bin(0.3, 0.4, 0.36, 6, 3),
                        new Bin(0.4, 0.5, 0.46, 22, 10),
                        new Bin(0.5, 0.6, 0.55, 31, 17),
                        new Bin(0.6, 0.7, 0.66, 48, 33),
                        new Bin(0.7, 0.8, 0.75, 85, 62),
                        new Bin(0.8, 0.9, 0.86, 190, 166),
                        new Bin(0.9, 1, 0.95, 430, 413)),
                OptionalDouble.of(0.021),
                812,
                0);
        desk.weights.putAll(Map.of(
                "contains:interview", -1.6,
                "sender_domain:lumengrid.example", -1.2,
                "listid:rail-news", -0.8,
                "category:promotion", 2.4,
                "contains:sale", 1.8,
                "sender_domain:kaffeewerk.example", 1.0,
                "listid:weekly-deals.a-very-long-list-name.newsletters.example", 0.62,
                "contains:unsubscribe", 0.31));
        for (long i = 1; i <= 3; i++) {
            desk.ask(i);
        }
        return desk;
    }

    /** Whether nothing can be read from now on. */
    void fail(boolean nothing) {
        fails = nothing;
    }

    /** Five hundred more policies, with five years of decisions, and a thousand more preferences. */
    SampleInsights many() {
        var random = new Random(11);
        for (long id = 100; id < 600; id++) {
            policy(id, "Policy number " + id, 3, 260, 0.9, 2, random);
        }
        IntStream.range(0, 1000).forEach(i -> weights.put("contains:word" + i, random.nextGaussian()));
        return this;
    }

    /** Nothing was decided about this policy any more. */
    void forgetWeeks(long policyId) {
        weeks.put(policyId, List.of());
    }

    void ask(long id) {
        questions.add(new RecallQuestion(
                id, 1, "Promotions past their end", new Action.Archive(), mail(900 + id), CLOCK.instant()));
    }

    private void policy(long id, String name, int perWeek, int weekCount, double rate, int pending, Random random) {
        var all = new ArrayList<Week>();
        for (int i = weekCount - 1; i >= 0; i--) {
            double skill = rate - 0.2 * i / 26;
            int decided = Math.max(1, perWeek + random.nextInt(perWeek + 1) - perWeek / 2);
            int approved = (int) IntStream.range(0, decided)
                    .filter(_ -> random.nextDouble() < skill)
                    .count();
            int open = i == 0 ? pending : 0;
            all.add(new Week(MONDAY.minusWeeks(i), decided + open, approved, decided - approved));
        }
        policy(
                id,
                name,
                all.stream().mapToLong(Week::fired).sum(),
                all.stream().mapToLong(Week::approved).sum(),
                all.stream().mapToLong(Week::rejected).sum(),
                all);
    }

    private void policy(long id, String name, long fired, long approved, long rejected, List<Week> weeksOf) {
        long decided = approved + rejected;
        var range = WilsonInterval.of(approved, decided);
        policies.add(new PolicyStats(
                id,
                name,
                fired,
                approved,
                rejected,
                fired - decided,
                fired == 0 ? OptionalDouble.empty() : OptionalDouble.of(approved / (double) fired),
                decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(approved / (double) decided),
                range.map(r -> OptionalDouble.of(r.low())).orElse(OptionalDouble.empty()),
                range.map(r -> OptionalDouble.of(r.high())).orElse(OptionalDouble.empty()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.of(30),
                CLOCK.instant()));
        weeks.put(id, weeksOf);
    }

    static Message mail(long id) {
        var made = SampleMail.mail()
                .from("Kaffeewerk <offers@kaffeewerk.example>")
                .subject("Offer " + id + ": beans at half price until Sunday")
                .ageDays(id)
                .get();
        return new Message(id, id, 1, made.envelope(), made.state(), made.understanding());
    }

    @Override
    public InsightSnapshot snapshot(OptionalInt windowDays) {
        windows.add(windowDays);
        if (fails) {
            throw new IllegalStateException("the disk is gone");
        }
        var all = new TreeMap<LocalDate, Week>();
        weeks.values().stream()
                .flatMap(List::stream)
                .forEach(week -> all.merge(
                        week.monday(),
                        week,
                        (a, b) -> new Week(
                                a.monday(),
                                a.fired() + b.fired(),
                                a.approved() + b.approved(),
                                a.rejected() + b.rejected())));
        return new InsightSnapshot(
                windowDays,
                policies,
                weeks,
                List.copyOf(all.values()),
                recall,
                calibration,
                weights.entrySet().stream()
                        .map(entry -> new UserWeight(entry.getKey(), entry.getValue(), Instant.EPOCH))
                        .toList());
    }

    @Override
    public List<Message> mails(Behind behind, OptionalInt windowDays, int limit) {
        asked.add(behind);
        return IntStream.rangeClosed(1, 30).mapToObj(SampleInsights::mail).toList();
    }

    @Override
    public List<RecallQuestion> questions() {
        return questions.stream()
                .filter(question -> !answers.containsKey(question.id()))
                .toList();
    }

    @Override
    public void answer(long questionId, boolean wanted) {
        answers.put(questionId, wanted);
    }

    @Override
    public void reopen(long questionId) {
        answers.remove(questionId);
    }
}
