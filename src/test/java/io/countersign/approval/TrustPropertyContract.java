package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.trust.TrustLevel;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.RawMail;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a person decides, answers, changes and takes back while policies act alone: trust is what a replay of the log gives,
 * weights and counters know only the person's decisions, and the mailbox shows what stands of both.
 */
abstract class TrustPropertyContract {
    private static final int STEPS = 45;
    private static final List<String> FEATURES = List.of(
            "category:promotion",
            "category:receipt",
            "sender_domain:shop0.example",
            "sender_domain:shop1.example",
            "sender_domain:shop2.example");

    abstract Database open();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void trustIsAReplayAndNothingIsLearnedFromAutomation(long seed) {
        var random = new Random(seed);
        var seen = new HashSet<TrustLevel>();
        try (var desk = new Desk(open())) {
            desk.archivePromotions();
            desk.policy("Read", 200, "{\"eq\":[\"category\",\"receipt\"]}", new Action.MarkRead());
            long mails = 0;
            for (int step = 0; step < STEPS; step++) {
                mails = step(desk, random, mails);
                desk.trust.all().forEach(trust -> seen.add(trust.level()));
                assertTrust(desk);
                assertWeights(desk);
                assertCounters(desk);
                assertMailbox(desk);
            }
        }
        assertThat(seen).contains(TrustLevel.AUTOMATIC, TrustLevel.SUGGEST);
    }

    private static long step(Desk desk, Random random, long mails) {
        desk.clock.forward(Duration.ofMinutes(1));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                int more = 20 + random.nextInt(60);
                desk.store(LongStream.rangeClosed(mails + 1, mails + more)
                        .mapToObj(id -> Desk.mail(
                                id,
                                random.nextInt(5) == 0 ? Category.RECEIPT : Category.PROMOTION,
                                "news@shop" + id % 3 + ".example"))
                        .toArray(Message[]::new));
                desk.propose();
                return mails + more;
            }
            case 4, 5, 6 -> desk.approvals.approve(some(desk, random, 5), Progress.none());
            case 7 -> desk.approvals.reject(some(desk, random, 2), Progress.none());
            case 8 ->
                desk.trust
                        .questions()
                        .forEach(question -> desk.trust.answer(question.policyId(), random.nextInt(8) > 0));
            case 9 -> new RandomPerson(desk, random).undoAny();
            case 10 -> change(desk, random);
            default -> desk.trust.questions().forEach(question -> desk.trust.answer(question.policyId(), true));
        }
        return mails;
    }

    private static List<Long> some(Desk desk, Random random, int atMostTenths) {
        var ids = desk.pendingIds();
        return atMostTenths == 5
                ? ids.stream().filter(_ -> random.nextInt(10) > 0).toList()
                : ids.stream().limit(random.nextInt(atMostTenths) + 1L).toList();
    }

    private static void change(Desk desk, Random random) {
        var policy = desk.policies.all().get(random.nextInt(2));
        switch (random.nextInt(4)) {
            case 0 -> desk.trust.demote(policy.id());
            case 1 ->
                desk.policies.update(new Policy(
                        policy.id(),
                        policy.version(),
                        policy.name(),
                        policy.reason(),
                        true,
                        policy.priority(),
                        policy.condition(),
                        policy.action(),
                        policy.confidenceThreshold(),
                        !policy.includeProtected()));
            default -> desk.policies.update(policy);
        }
    }

    private static void assertTrust(Desk desk) {
        var kept = desk.trust.all();
        new Statements(desk.database).update("delete from policy_trust");
        assertThat(desk.trust.all()).isEqualTo(kept);
    }

    private static List<StandingDecision> automatic(Desk desk) {
        return new Statements(desk.database)
                .list(
                        "select * from automatic_decision where undone_at is null order by batch_id, proposal_id",
                        row -> new StandingDecision(
                                row.getLong("batch_id"),
                                row.getLong("proposal_id"),
                                row.getLong("message_id"),
                                row.getLong("policy_id"),
                                true,
                                row.getString("action"),
                                Statements.instant(row, "decided_at"),
                                List.of()));
    }

    private static void assertWeights(Desk desk) {
        assertThat(desk.weights.of(Desk.USER, FEATURES))
                .isEqualTo(StandingDecision.taughtBy(StandingDecision.of(desk)));
    }

    private static void assertCounters(Desk desk) {
        var sql = new Statements(desk.database);
        var decisions = StandingDecision.of(desk);
        var all = desk.statistics.of(Desk.USER, OptionalInt.empty());
        assertThat(all.stream().mapToLong(stats -> stats.approved()).sum())
                .isEqualTo(decisions.stream().filter(StandingDecision::approve).count());
        assertThat(all.stream().mapToLong(stats -> stats.rejected()).sum())
                .isEqualTo(decisions.stream().filter(one -> !one.approve()).count());
        assertThat(all.stream().mapToLong(stats -> stats.fired()).sum())
                .isEqualTo(sql.number("select coalesce(sum(fired), 0) from policy_firing"));
        assertThat(all).allMatch(stats -> stats.fired() >= 0);
    }

    private static void assertMailbox(Desk desk) {
        var done = new ArrayList<>(StandingDecision.of(desk).stream()
                .filter(StandingDecision::approve)
                .toList());
        done.addAll(automatic(desk));
        assertThat(done).extracting(StandingDecision::proposal).doesNotHaveDuplicates();
        var archived = messages(done, "archive_email");
        var read = messages(done, "mark_read");
        desk.messages.forEachNewestFirst(mail -> {
            assertThat(mail.state().folder())
                    .isEqualTo(archived.contains(mail.id()) ? MailboxState.ARCHIVE : RawMail.INBOX);
            assertThat(mail.state().unread()).isEqualTo(!read.contains(mail.id()));
            return true;
        });
        assertThat(new Statements(desk.database).number("select count(*) from proposal where status = 'executed'"))
                .isEqualTo(done.size());
    }

    private static Set<Long> messages(List<StandingDecision> done, String action) {
        var ids = new HashSet<Long>();
        done.stream().filter(one -> one.action().equals(action)).forEach(one -> ids.add(one.message()));
        return ids;
    }
}
