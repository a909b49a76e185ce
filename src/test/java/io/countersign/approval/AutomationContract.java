package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.trust.TrustDesk.Done;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.RawMail;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What policies do alone is done in batches of its own, taken back, told of and resumed, on both databases. */
abstract class AutomationContract extends TrustedPolicyContract {
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
