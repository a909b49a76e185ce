package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.OnRequest.Wish;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.policy.Action;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proposals that a person asked for in words: no policy, but everything else as for any other, on both databases. */
abstract class OnRequestContract {
    private static final String SHOP = "news@shop.example";

    private final Desk desk = new Desk(open());
    private final OnRequest requests = new OnRequest(
            new Workspace(Desk.USER, desk.clock, desk.database, desk.messages, desk.policies),
            desk.store,
            Learning.standard(desk.weights, desk.calibrations));

    abstract Database open();

    @AfterEach
    void close() {
        desk.close();
    }

    private static Wish archive(long id) {
        return new Wish(id, new Action.Archive(), "You asked to clean up promotions.");
    }

    private void promotions() {
        desk.store(
                Desk.mail(1, Category.PROMOTION, SHOP),
                Desk.mail(2, Category.PROMOTION, SHOP),
                Desk.mail(3, Category.PROMOTION, SHOP));
    }

    @Test
    void whatIsAskedForIsPendingAndNothingIsDoneYet() {
        promotions();

        assertThat(requests.propose(List.of(archive(1), archive(2), archive(2))))
                .isEqualTo(2);

        assertThat(desk.state(1).folder()).isEqualTo(Desk.inbox());
        var proposal = desk.approvals.tray(10).getFirst();
        assertThat(proposal.policyName()).isEqualTo("Asked for");
        assertThat(proposal.rationale().summary()).contains("You asked to clean up promotions.");
        assertThat(proposal.confidence()).isBetween(0.01, 0.99);
        assertThat(desk.policies.find(proposal.policyId())).isEmpty();
    }

    @Test
    void askingAgainAddsNothingAndAskingForWhatWasRejectedDoes() {
        promotions();
        requests.propose(List.of(archive(1), archive(2)));
        assertThat(requests.propose(List.of(archive(1), archive(2)))).isZero();

        desk.reject(desk.pendingIds().getFirst());

        assertThat(requests.propose(List.of(archive(1), archive(2)))).isEqualTo(1);
        assertThat(desk.pendingIds()).hasSize(2);
    }

    @Test
    void whatAPolicyProposedAlreadyStaysItsProposal() {
        promotions();
        desk.archivePromotions();
        desk.propose();

        assertThat(requests.propose(List.of(archive(1)))).isZero();
        assertThat(desk.approvals.tray(10)).allMatch(one -> one.policyName().equals("Promotions"));
    }

    @Test
    void approvedItIsCarriedOutAndUndoBringsEverythingBack() {
        promotions();
        var before = desk.learned();
        requests.propose(List.of(archive(1), archive(2)));

        var ids = desk.pendingIds().toArray(Long[]::new);
        assertThat(desk.approve(ids).executed()).isEqualTo(2);
        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(desk.learned()).isNotEqualTo(before);

        var undone = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(undone.undone()).isEqualTo(2);
        assertThat(desk.state(1).folder()).isEqualTo(Desk.inbox());
        assertThat(desk.learned()).isEqualTo(before);
        assertThat(desk.pendingIds()).hasSize(2);
    }

    @Test
    void statisticsCountThemApartFromEveryPolicy() {
        promotions();
        var policy = desk.archivePromotions();
        requests.propose(List.of(archive(1), archive(2)));
        desk.approve(desk.pendingIds().getFirst());

        var stats = desk.statistics.of(Desk.USER, OptionalInt.empty());

        assertThat(stats)
                .filteredOn(one -> one.policyId() == OnRequest.POLICY_ID)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.name()).isEqualTo("Asked for");
                    assertThat(one.fired()).isEqualTo(2);
                    assertThat(one.approved()).isEqualTo(1);
                });
        assertThat(stats)
                .filteredOn(one -> one.policyId() == policy.id())
                .allMatch(one -> one.fired() == 0 && one.approved() == 0);
    }

    @Test
    void protectedMailIsSparedAndWhatWouldChangeNothingIsLeftOut() {
        var starred = Desk.mail(1, Category.PROMOTION, SHOP);
        var state = starred.state();
        desk.store(
                starred.withState(new MailboxState(
                        state.folder(), state.labels(), state.assignedLabels(), false, true, false, false)),
                Desk.mail(2, Category.PROMOTION, SHOP)
                        .withState(
                                Desk.mail(2, Category.PROMOTION, SHOP).state().withFolder(MailboxState.ARCHIVE)));

        assertThat(requests.propose(List.of(archive(1), archive(2), archive(77))))
                .isZero();
        assertThat(desk.approvals.pendingCount()).isZero();
    }

    @Test
    void itCanBeMadeARule() {
        promotions();
        requests.propose(List.of(archive(1)));

        var policy = desk.approvals.always(desk.pendingIds().getFirst());

        assertThat(policy.id()).isPositive();
        assertThat(policy.action()).isEqualTo(new Action.Archive());
    }
}
