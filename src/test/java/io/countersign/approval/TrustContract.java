package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk.Done;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.RawMail;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ladder on both databases: earned by decisions, given by the person, lost to drift, change and undo. */
abstract class TrustContract {
    private static final String SHOP = "news@shop.example";
    private static final int EARNS = 73;

    private final Desk desk = new Desk(open());
    private long stored;

    abstract Database open();

    @AfterEach
    void close() {
        desk.close();
    }

    private void promotions(int count) {
        desk.store(LongStream.rangeClosed(stored + 1, stored + count)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, SHOP))
                .toArray(Message[]::new));
        stored += count;
    }

    private PolicyTrust trust(Policy policy) {
        return desk.trust.all().stream()
                .filter(one -> one.policyId() == policy.id())
                .findFirst()
                .orElseThrow();
    }

    private Policy earned() {
        promotions(EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        desk.clock.forward(Duration.ofMinutes(1));
        return policy;
    }

    private Policy automatic() {
        var policy = earned();
        desk.trust.answer(policy.id(), true);
        desk.clock.forward(Duration.ofMinutes(1));
        return policy;
    }

    private List<BatchSummary> automaticBatches() {
        return desk.approvals.batches(1000).stream()
                .filter(batch -> batch.automatic().isPresent())
                .toList();
    }

    private long inInbox() {
        var folders = new ArrayList<String>();
        desk.messages.forEachNewestFirst(message -> folders.add(message.state().folder()));
        return folders.stream().filter(RawMail.INBOX::equals).count();
    }

    @Test
    void seventyThreeOfSeventyThreeEarnItAndThePersonIsAskedOnce() {
        promotions(EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.approvals.approve(ids.subList(0, EARNS - 1), Progress.none());

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(trust(policy).missing()).isEqualTo(1);
        assertThat(desk.trust.questions()).isEmpty();

        desk.approve(ids.getLast());

        assertThat(desk.trust.questions()).singleElement().satisfies(question -> {
            assertThat(question.level()).isEqualTo(TrustLevel.EARNED);
            assertThat(question.decided()).isEqualTo(EARNS);
            assertThat(question.approved()).isEqualTo(EARNS);
            assertThat(question.precisionLow()).isBetween(0.95, 0.951);
            assertThat(question.missing()).isZero();
        });
        assertThat(desk.trust.answer(policy.id(), false).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(desk.trust.questions()).isEmpty();
        promotions(5);
        desk.propose();
        assertThat(desk.approvals.pendingCount()).isEqualTo(5);
        assertThat(desk.events()).contains("automation_earned").doesNotContain("automation_on");
    }

    @Test
    void whatAnAutomaticPolicyProposesIsDoneAsABatchOfItsOwnThatTeachesAndCountsNothing() {
        var policy = automatic();
        var learned = desk.learned();
        promotions(200);

        desk.propose();

        long asked = desk.approvals.pendingCount();
        assertThat(asked).isBetween(8L, 35L);
        assertThat(inInbox()).isEqualTo(asked);
        assertThat(desk.learned()).isEqualTo(learned);
        var stats = desk.statistics.of(Desk.USER, OptionalInt.empty()).getFirst();
        assertThat(stats.approved()).isEqualTo(EARNS);
        assertThat(stats.fired()).isEqualTo(EARNS + asked);
        assertThat(stats.pending()).isEqualTo(asked);
        assertThat(desk.approvals.history(SHOP)).isEqualTo(new SenderHistory(EARNS, 0, 0));
        assertThat(trust(policy).decided()).isEqualTo(EARNS);
        assertThat(automaticBatches()).singleElement().satisfies(batch -> {
            assertThat(batch.automatic()).contains("Promotions");
            assertThat(batch.size()).isEqualTo(200 - asked);
            assertThat(batch.failed()).isZero();
        });
        assertThat(desk.events().stream().filter("automated"::equals)).hasSize((int) (200 - asked));

        desk.propose();
        desk.approvals.resume(Progress.none());
        assertThat(desk.approvals.pendingCount()).isEqualTo(asked);
        assertThat(automaticBatches()).hasSize(1);
    }

    @Test
    void whatWasPendingBeforeStaysThePersonsToDecide() {
        var policy = earned();
        promotions(30);
        desk.propose();
        desk.clock.forward(Duration.ofMinutes(1));
        desk.trust.answer(policy.id(), true);
        desk.clock.forward(Duration.ofMinutes(1));

        desk.propose();

        assertThat(desk.approvals.pendingCount()).isEqualTo(30);
    }

    @Test
    void takingAnAutomaticBatchBackRejectsItAndTheRejectionCanBeTakenBackToo() {
        var policy = automatic();
        var learned = desk.learned();
        promotions(3);
        desk.store(Desk.mail(1000, Category.RECEIPT, "a@b.example"));
        desk.propose();
        var batch = automaticBatches().getFirst();
        int done = batch.size();

        var undone = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(undone.batch()).isEqualTo(batch.id());
        assertThat(undone.undone()).isEqualTo(done);
        assertThat(inInbox()).isEqualTo(4);
        var stats = desk.statistics.of(Desk.USER, OptionalInt.empty()).getFirst();
        assertThat(stats.rejected()).isEqualTo(done);
        assertThat(stats.fired()).isEqualTo(EARNS + 3);
        assertThat(desk.learned().get("category:promotion")).isLessThan(learned.get("category:promotion"));
        assertThat(desk.propose().created()).isZero();
        assertThat(automaticBatches()).hasSize(1);

        // The newest that "undo" means is the person's own batch of before, not the rejection that came of an undo.
        var rejection = desk.approvals.batches(1).getFirst();
        assertThat(rejection.approve()).isFalse();
        desk.approvals.undo(OptionalLong.of(rejection.id()), Progress.none());
        assertThat(desk.learned()).isEqualTo(learned);
        assertThat(desk.approvals.pendingCount()).isEqualTo(3);
        assertThat(desk.propose().created()).isZero();
        assertThat(desk.approvals.pendingCount()).isEqualTo(3);
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).undone())
                .isEqualTo(EARNS);
    }

    @Test
    void driftTakesAutomationAwayAndUndoGivesItBack() {
        var policy = automatic();
        promotions(200);
        desk.propose();
        var asked = desk.pendingIds();

        desk.reject(asked.get(0));
        desk.reject(asked.get(1));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        var last = desk.reject(asked.get(2));

        assertThat(trust(policy)).satisfies(trust -> {
            assertThat(trust.level()).isEqualTo(TrustLevel.SUGGEST);
            assertThat(trust.demoted()).contains("You rejected 3 of its last 3 proposals, so it asks again.");
            assertThat(trust.decided()).isZero();
            assertThat(trust.missing()).isEqualTo(EARNS);
        });
        assertThat(desk.events()).contains("automation_off");
        promotions(20);
        desk.propose();
        assertThat(desk.approvals.pendingCount()).isEqualTo(asked.size() - 3 + 20);

        desk.approvals.undo(OptionalLong.of(last.batch()), Progress.none());
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        assertThat(trust(policy).demoted()).isEmpty();
    }

    @Test
    void takingAnAutomaticBatchBackIsDrift() {
        var policy = automatic();
        promotions(40);
        desk.propose();

        desk.approvals.undo(OptionalLong.of(automaticBatches().getFirst().id()), Progress.none());

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void aChangedConditionOrActionStartsAgainWhileNameSwitchAndPriorityDoNot() {
        var policy = automatic();
        var stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(changed(stored, "Other name", 7, stored.condition(), stored.action()));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(stored.withEnabled(false));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        promotions(5);
        stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(stored.withEnabled(true));
        desk.clock.forward(Duration.ofMinutes(1));

        stored = desk.policies.find(policy.id()).orElseThrow();
        var condition = new PolicyJson().condition("{\"in\":[\"category\",[\"promotion\",\"newsletter\"]]}");
        desk.policies.update(changed(stored, "Other name", 7, condition, stored.action()));

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(trust(policy).decided()).isZero();
        assertThat(trust(policy).since()).isEqualTo(desk.clock.instant());
        desk.propose();
        assertThat(desk.approvals.pendingCount()).isEqualTo(5);
        assertThat(automaticBatches()).isEmpty();
    }

    private static Policy changed(
            Policy policy, String name, int priority, io.countersign.policy.Condition condition, Action action) {
        return new Policy(
                policy.id(),
                policy.version(),
                name,
                policy.reason(),
                policy.enabled(),
                priority,
                condition,
                action,
                policy.confidenceThreshold(),
                policy.includeProtected());
    }

    @Test
    void whatAnEarlierVersionProposedSaysNothingAboutTheNewOne() {
        promotions(EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        var stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(changed(stored, "Promotions", 100, stored.condition(), new Action.Label("Ads")));

        desk.approve(desk.pendingIds().toArray(Long[]::new));

        assertThat(trust(policy).decided()).isZero();
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void aFarReachingActionNeverEarnsIt() {
        promotions(EARNS);
        var policy = desk.policy("Block", 100, "{\"eq\":[\"category\",\"promotion\"]}", new Action.BlockSender());
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));

        assertThat(trust(policy).mayAct()).isFalse();
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThatThrownBy(() -> desk.trust.answer(policy.id(), true)).isInstanceOf(CountersignException.Invalid.class);
    }

    @Test
    void onlyWhatIsEarnedCanBeGiven() {
        promotions(3);
        var policy = desk.archivePromotions();

        assertThatThrownBy(() -> desk.trust.answer(policy.id(), true)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.trust.answer(999, true)).isInstanceOf(CountersignException.NotFound.class);
        assertThat(desk.trust.demote(policy.id()).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void thePersonCanTakeItAwayAndIsNotAskedAgain() {
        var policy = automatic();

        assertThat(desk.trust.demote(policy.id()).level()).isEqualTo(TrustLevel.SUGGEST);

        promotions(EARNS);
        desk.propose();
        assertThat(automaticBatches()).isEmpty();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(desk.trust.questions()).isEmpty();
        assertThat(desk.trust.answer(policy.id(), true).level()).isEqualTo(TrustLevel.AUTOMATIC);
    }

    @Test
    void undoingTheApprovalsThatEarnedItTakesItAway() {
        var policy = automatic();
        var approvals = desk.approvals.batches(10).getLast();

        desk.approvals.undo(OptionalLong.of(approvals.id()), Progress.none());

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(trust(policy).missing()).isEqualTo(EARNS);
    }

    @Test
    void aHomeThatHadDecisionsBeforeStartsWithTheTrustTheyEarned() {
        var policy = earned();
        new Statements(desk.database).update("delete from policy_trust");

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(desk.trust.questions()).hasSize(1);
    }

    @Test
    void theDigestTellsOfADayOnceAndKnowsWhatWasTakenBack() {
        var policy = automatic();
        promotions(60);
        desk.propose();
        var first = automaticBatches().getFirst();
        desk.clock.forward(Duration.ofHours(1));
        promotions(60);
        desk.propose();
        var second = automaticBatches().getFirst();
        var day = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
        assertThat(desk.trust.due()).isEmpty();

        desk.approvals.undo(OptionalLong.of(second.id()), Progress.none());
        desk.clock.forward(Duration.ofDays(1));

        var done = new Done(
                policy.id(),
                "Promotions",
                first.size() + second.size(),
                second.size(),
                List.of(first.id(), second.id()));
        assertThat(desk.trust.digest(day).done()).containsExactly(done);
        assertThat(desk.trust.digest(day.plusDays(1)).done()).isEmpty();
        assertThat(desk.trust.due()).singleElement().satisfies(digest -> {
            assertThat(digest.day()).isEqualTo(day);
            assertThat(digest.done()).containsExactly(done);
        });
        assertThat(desk.trust.due()).isEmpty();
    }

    @Test
    void anAutomaticBatchWhoseEffectsWereNotCarriedOutIsResumed() {
        automatic();
        promotions(30);
        desk.propose();
        var sql = new Statements(desk.database);
        long batch = automaticBatches().getFirst().id();
        sql.update("update batch set carried_out = false where id = ?", batch);
        sql.update("update effect set state = 'intent', field = null where batch_id = ?", batch);
        long inInbox = inInbox();
        desk.messages.updateStates(desk
                .messages
                .findAll(sql.list("select message_id from effect where batch_id = ?", row -> row.getLong(1), batch))
                .stream()
                .map(mail -> mail.withState(mail.state().withFolder(RawMail.INBOX)))
                .toList());
        assertThat(inInbox()).isGreaterThan(inInbox);

        desk.approvals.resume(Progress.none());

        assertThat(inInbox()).isEqualTo(inInbox);
        assertThat(desk.state(stored).folder()).isIn(MailboxState.ARCHIVE, RawMail.INBOX);
        assertThat(automaticBatches()).hasSize(1);
    }
}
