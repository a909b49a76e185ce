package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.insight.Behind;
import io.countersign.insight.InsightService;
import io.countersign.insight.InsightSnapshot;
import io.countersign.insight.PolicyCounts;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.insight.jdbc.JdbcBehindMails;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.jdbc.JdbcRecount;
import io.countersign.mail.Category;
import io.countersign.policy.Action;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is proposed, decided, undone and removed: counters and sums by day are what the logs say. */
abstract class StatisticsPropertyContract {
    private static final int MAILS = 24;
    private static final int STEPS = 40;
    private static final List<Category> CATEGORIES =
            List.of(Category.PROMOTION, Category.RECEIPT, Category.NEWSLETTER, Category.SOCIAL);

    abstract Database open();

    @ParameterizedTest
    @ValueSource(strings = {"1 Europe/Berlin", "2 Asia/Kathmandu", "3 America/St_Johns", "4 Pacific/Kiritimati"})
    void theNightlyRecountFindsNothingToCorrect(String seedAndZone) {
        var random = new Random(Long.parseLong(seedAndZone.substring(0, 1)));
        try (var desk = new Desk(open(), ZoneId.of(seedAndZone.substring(2)))) {
            fill(desk);
            var job = job(desk);
            job.runIfDue(Progress.none());
            for (int step = 0; step < STEPS; step++) {
                step(desk, random);
                var before = rows(desk);
                assertThat(job.run(Progress.none()).counted().corrected()).isZero();
                assertThat(rows(desk)).isEqualTo(before);
            }
            assertThat(job.run(Progress.none()).counted().decisions())
                    .isEqualTo(new Statements(desk.database)
                            .number("select count(*) from decision where undone_at is null"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aRecountRestoresWhatWasLostAndWhatAnOlderVersionNeverSummedUp(long seed) {
        var random = new Random(seed);
        try (var desk = new Desk(open(), ZoneId.of("Europe/Berlin"))) {
            fill(desk);
            for (int step = 0; step < STEPS; step++) {
                step(desk, random);
            }
            var right = rows(desk);
            var job = job(desk);
            var sql = new Statements(desk.database);
            sql.update("delete from policy_day");
            sql.update("delete from confidence_day");
            sql.update("update policy_stats set fired = fired + 1, approved = 17, recall = 0.5");
            job.runIfDue(Progress.none());
            assertThat(rows(desk)).isEqualTo(right);
            assertThat(job.run(Progress.none()).counted().corrected()).isZero();
        }
    }

    @Test
    void anotherTimeZoneTellsTheDaysApartAnew() {
        try (var desk = new Desk(open(), ZoneId.of("Europe/Berlin"))) {
            fill(desk);
            desk.clock.forward(Duration.ofHours(11)); // 23:00 UTC is the next day in Berlin
            desk.propose();
            desk.approvals.approve(desk.pendingIds(), Progress.none());
            job(desk).runIfDue(Progress.none());
            var recount = new JdbcRecount(desk.database);
            assertThat(new Statements(desk.database).number("select count(distinct on_day) from policy_day"))
                    .isOne();
            assertThat(recount.isDue(Desk.USER, ZoneId.of("Europe/Berlin"))).isFalse();
            assertThat(recount.isDue(Desk.USER, ZoneId.of("America/New_York"))).isTrue();
            desk.database.inTransaction(
                    () -> recount.run(Desk.USER, ZoneId.of("America/New_York"), desk.clock.instant(), Progress.none()));
            assertThat(days(desk)).extracting(PolicyCounts.Day::day).containsOnly(LocalDate.of(2026, 6, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void aSnapshotAddsUp(long seed) {
        var random = new Random(seed);
        try (var desk = new Desk(open(), ZoneId.of("Europe/Berlin"))) {
            fill(desk);
            for (int step = 0; step < STEPS; step++) {
                step(desk, random);
            }
            var insights = insights(desk);
            var all = insights.snapshot(OptionalInt.empty());
            assertThat(insights.snapshot(OptionalInt.of(3650)).policies())
                    .extracting(stats -> List.of(stats.fired(), stats.approved(), stats.rejected(), stats.pending()))
                    .isEqualTo(all.policies().stream()
                            .map(stats -> List.of(stats.fired(), stats.approved(), stats.rejected(), stats.pending()))
                            .toList());
            for (var stats : all.policies()) {
                var weeks = all.weeks().getOrDefault(stats.policyId(), List.of());
                assertThat(weeks.stream().mapToLong(InsightSnapshot.Week::fired).sum())
                        .isEqualTo(stats.fired());
                assertThat(weeks.stream()
                                .mapToLong(InsightSnapshot.Week::approved)
                                .sum())
                        .isEqualTo(stats.approved());
                assertThat(weeks.stream()
                                .mapToLong(InsightSnapshot.Week::rejected)
                                .sum())
                        .isEqualTo(stats.rejected());
            }
            behindIsWhatItCounts(desk, insights, all);
            assertThat(all.calibration().decisions())
                    .isEqualTo(all.policies().stream()
                            .mapToLong(stats -> stats.approved() + stats.rejected())
                            .sum());
            assertThat(all.calibration().bins())
                    .allSatisfy(bin -> assertThat(bin.mean()).isBetween(bin.low(), bin.high()));
        }
    }

    private static void behindIsWhatItCounts(Desk desk, InsightService insights, InsightSnapshot all) {
        var decided = new Statements(desk.database)
                .list(
                        "select policy_id, message_id, approve, confidence from decision where undone_at is null",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getDouble(4)));
        for (var stats : all.policies()) {
            for (boolean approved : List.of(true, false)) {
                assertThat(insights.mails(new Behind.Decided(stats.policyId(), approved), OptionalInt.empty(), 1000))
                        .extracting(mail -> (Object) mail.id())
                        .containsExactlyInAnyOrderElementsOf(decided.stream()
                                .filter(one -> one.get(0).equals(stats.policyId())
                                        && one.get(2).equals(approved))
                                .map(one -> (Object) one.get(1))
                                .distinct()
                                .toList());
            }
            assertThat(insights.mails(new Behind.Pending(stats.policyId()), OptionalInt.empty(), 1000))
                    .hasSize((int) stats.pending());
        }
        assertThat(all.calibration().bins())
                .allSatisfy(bin -> assertThat(
                                insights.mails(new Behind.Confidence(bin.low(), bin.high()), OptionalInt.empty(), 1000))
                        .hasSize((int) decided.stream()
                                .filter(one -> (double) one.get(3) >= bin.low() && (double) one.get(3) < bin.high())
                                .map(one -> one.get(1))
                                .distinct()
                                .count()));
        assertThat(insights.mails(new Behind.Feature("category:receipt"), OptionalInt.empty(), 1000))
                .allSatisfy(mail -> assertThat(mail.understanding().category()).isEqualTo(Category.RECEIPT));
    }

    private static void fill(Desk desk) {
        desk.storeOfShops(MAILS, CATEGORIES);
        policies(desk);
    }

    private static void policies(Desk desk) {
        desk.policy("Archive", 100, "{\"in\":[\"category\",[\"promotion\",\"newsletter\"]]}", new Action.Archive());
        desk.policy("Label", 200, "{\"eq\":[\"category\",\"receipt\"]}", new Action.Label("Receipts"));
        desk.policy("Read", 400, "{\"exists\":[\"subject\",true]}", new Action.MarkRead());
    }

    private static void step(Desk desk, Random random) {
        desk.clock.forward(Duration.ofMinutes(random.nextInt(3000)));
        var person = new RandomPerson(desk, random);
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> desk.propose();
            case 4, 5 -> person.approveSome();
            case 6, 7 -> person.rejectSome();
            case 8 -> {
                var policies = desk.policies.all();
                policies.stream()
                        .skip(random.nextInt(policies.size()))
                        .findFirst()
                        .ifPresent(desk.policies::update);
            }
            case 9 -> {
                desk.policies.remove(desk.policies.all().getFirst().id());
                policies(desk);
            }
            case 10, 11 -> person.askForSome();
            case 12 -> person.withdrawAny();
            default -> person.undoAny();
        }
    }

    private static PolicyStatsJob job(Desk desk) {
        var books = new PolicyStatsJob.Books(
                new JdbcRecount(desk.database), desk.recall, desk.store.decisions(), desk.database);
        return new PolicyStatsJob(Desk.USER, books, desk.clock);
    }

    private static InsightService insights(Desk desk) {
        var records = new InsightService.Records(
                new JdbcPolicyCounts(desk.database, desk.clock),
                new JdbcBehindMails(desk.database, desk.clock.getZone()),
                desk.recall,
                desk.weights,
                desk.messages);
        return new InsightService(Desk.USER, records, desk.statistics, desk.clock);
    }

    private static List<PolicyCounts.Day> days(Desk desk) {
        return new JdbcPolicyCounts(desk.database, desk.clock).days(Desk.USER, LocalDate.EPOCH);
    }

    /** Everything that is counted, except when it was. */
    private static List<List<?>> rows(Desk desk) {
        var sql = new Statements(desk.database);
        return List.of(
                sql.list(
                        "select * from policy_stats order by policy_id",
                        row -> List.of(
                                row.getLong("policy_id"),
                                row.getInt("fired"),
                                row.getInt("approved"),
                                row.getInt("rejected"),
                                row.getDouble("precision"),
                                row.getDouble("recall"))),
                days(desk),
                sql.list(
                        "select * from confidence_day order by on_day, tenth",
                        row -> List.of(
                                row.getObject("on_day", LocalDate.class),
                                row.getInt("tenth"),
                                row.getInt("decided"),
                                row.getInt("approved"),
                                row.getLong("millionths"))));
    }
}
