package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.execution.LocalEntry;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.RawMail;
import io.countersign.policy.Action;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What taking a batch back restores, and what it leaves as it is, on both databases. */
abstract class UndoContract extends DeskContract {
    @Test
    void undoRestoresMailCountersWeightsAndProposals() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.reject(ids.getFirst());
        var before = desk.learned();
        var approved = desk.approve(ids.getLast());

        var undone = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(undone).isEqualTo(new UndoResult(approved.batch(), 1, List.of()));
        assertThat(desk.state(2).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.learned()).isEqualTo(before);
        assertThat(stats(policy.id()).approved()).isZero();
        assertThat(stats(policy.id()).pending()).isEqualTo(1);
        assertThat(desk.pendingIds()).containsExactly(ids.getLast());
        assertThat(desk.approvals.history(SHOP)).isEqualTo(new SenderHistory(0, 1, 1));
        assertThat(desk.events()).startsWith("undone");
    }

    @Test
    void undoTakesTheNewestThatStandsAndThenSaysThatThereIsNone() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        long first = desk.approve(ids.getFirst()).batch();
        long second = desk.approve(ids.getLast()).batch();

        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).batch())
                .isEqualTo(second);
        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).batch())
                .isEqualTo(first);
        assertThatThrownBy(() -> desk.approvals.undo(OptionalLong.empty(), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThatThrownBy(() -> desk.approvals.undo(OptionalLong.of(first), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
    }

    @Test
    void mailThatWasChangedSinceIsKeptAsItIsAndStaysDecided() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        desk.messages.updateStates(List.of(desk.mail(1).withState(desk.state(1).withFolder("Elsewhere"))));

        var undone = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(undone.undone()).isEqualTo(1);
        assertThat(undone.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).contains("changed since"));
        assertThat(desk.state(1).folder()).isEqualTo("Elsewhere");
        assertThat(desk.state(2).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.learned()).containsEntry("category:promotion", 0.2);
        assertThat(stats(policy.id()).approved()).isEqualTo(1);
        assertThat(desk.events()).contains("kept", "undone");
    }

    @Test
    void undoingAnEarlierMoveLeavesTheMailWhereTheLaterOnePutIt() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();
        long archived = desk.approve(desk.pendingIds().getFirst()).batch();
        desk.policy("Move", 50, "{\"eq\":[\"category\",\"promotion\"]}", new Action.MoveToFolder("Shops"));
        desk.propose();
        long moved = desk.approve(desk.pendingIds().getFirst()).batch();

        assertThat(desk.approvals
                        .undo(OptionalLong.of(archived), Progress.none())
                        .kept())
                .isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo("Shops");
        assertThat(desk.approvals.undo(OptionalLong.of(moved), Progress.none()).kept())
                .isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
    }

    @Test
    void intentsThatWereUndoneAreNotResumed() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();
        var dying = desk.approvals(ActionExecutors.local(desk).with(Action.Archive.class, (_, _, _) -> {
            throw new StackOverflowError("killed before the effect");
        }));
        assertThatThrownBy(() -> dying.approve(desk.pendingIds(), Progress.none()))
                .isInstanceOf(StackOverflowError.class);

        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        desk.approvals.resume(Progress.none());

        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.approvals.pendingCount()).isEqualTo(1);
    }

    @Test
    void blockingLastsAsLongAsOneApprovalOfItStands() {
        desk.store(
                Desk.mail(1, Category.SUSPICIOUS, "Bad@Evil.example"),
                Desk.mail(2, Category.SUSPICIOUS, "bad@evil.example"));
        desk.policy("Block", 1, "{\"eq\":[\"category\",\"suspicious\"]}", new Action.BlockSender());
        desk.propose();
        var ids = desk.pendingIds();
        long first = desk.approve(ids.getFirst()).batch();
        desk.approve(ids.getLast());

        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.JUNK);
        desk.approvals.undo(OptionalLong.of(first), Progress.none());

        assertThat(desk.store.entries().all())
                .extracting(LocalEntries.Owned::entry)
                .containsExactly(new LocalEntry.BlockedSender("bad@evil.example"));
        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(desk.store.entries().all()).isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
    }

    @Test
    void weightsThatWereResetDoNotComeBackByUndo() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.approve(ids.getFirst());
        desk.weights.reset(Desk.USER);
        desk.approve(ids.getLast());

        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(desk.learned()).isEmpty();
        desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(desk.learned()).isEmpty();
        assertThat(desk.events()).contains("weights_reset");
    }
}
