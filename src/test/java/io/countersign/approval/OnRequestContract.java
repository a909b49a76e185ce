package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.approval.OnRequest.Request;
import io.countersign.approval.OnRequest.Wish;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.policy.Action;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proposals that a person asked for in words: no policy, but everything else as for any other, on both databases. */
abstract class OnRequestContract {
    private static final String SHOP = "news@shop.example";

    private final Desk desk = new Desk(open());
    private final OnRequest requests = desk.requests();

    abstract Database open();

    @AfterEach
    void close() {
        desk.close();
    }

    private int propose(Wish... wishes) {
        return requests.propose(List.of(wishes), Progress.none()).proposals();
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

        assertThat(propose(archive(1), archive(2), archive(2))).isEqualTo(2);

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
        propose(archive(1), archive(2));
        assertThat(propose(archive(1), archive(2))).isZero();

        desk.reject(desk.pendingIds().getFirst());

        assertThat(propose(archive(1), archive(2))).isEqualTo(1);
        assertThat(desk.pendingIds()).hasSize(2);
    }

    @Test
    void whatAPolicyProposedAlreadyStaysItsProposal() {
        promotions();
        desk.archivePromotions();
        desk.propose();

        assertThat(propose(archive(1))).isZero();
        assertThat(desk.approvals.tray(10)).allMatch(one -> one.policyName().equals("Promotions"));
    }

    @Test
    void approvedItIsCarriedOutAndUndoBringsEverythingBack() {
        promotions();
        var before = desk.learned();
        propose(archive(1), archive(2));

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
        propose(archive(1), archive(2));
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

        assertThat(propose(archive(1), archive(2), archive(77))).isZero();
        assertThat(desk.approvals.pendingCount()).isZero();
    }

    private Request asked(Wish... wishes) {
        return requests.propose(List.of(wishes), Progress.none());
    }

    private OnRequest.Withdrawn withdraw(Request request) {
        return requests.withdraw(OptionalLong.of(request.id()), Progress.none());
    }

    @Test
    void whatIsWithdrawnWasNeverProposedAndCanBeAskedForAgain() {
        promotions();
        var learned = desk.learned();
        var request = asked(archive(1), archive(2));

        assertThat(withdraw(request)).isEqualTo(new OnRequest.Withdrawn(request.id(), 2, 0));

        assertThat(desk.approvals.pendingCount()).isZero();
        assertThat(desk.approvals.forMessage(1)).isEmpty();
        assertThat(desk.learned()).isEqualTo(learned);
        assertThat(desk.events()).containsExactly("withdrawn", "proposed");
        assertThat(desk.approvals.batches(10)).isEmpty();
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.empty()))
                .filteredOn(one -> one.policyId() == OnRequest.POLICY_ID)
                .allMatch(one -> one.fired() == 0 && one.approved() == 0 && one.rejected() == 0 && one.pending() == 0);
        assertThat(withdraw(request)).isEqualTo(new OnRequest.Withdrawn(request.id(), 0, 0));
        assertThat(propose(archive(1), archive(2))).isEqualTo(2);
    }

    @Test
    void whatWasDecidedMeanwhileStaysDecided() {
        promotions();
        var request = asked(archive(1), archive(2), archive(3));
        var ids = desk.pendingIds();
        desk.approve(ids.getFirst());
        desk.reject(ids.getLast());
        var learned = desk.learned();

        assertThat(withdraw(request)).isEqualTo(new OnRequest.Withdrawn(request.id(), 1, 2));

        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(desk.learned()).isEqualTo(learned);
        assertThat(desk.approvals.find(ids.getFirst())).map(Proposal::status).hasValue(ProposalStatus.EXECUTED);
        assertThat(desk.approvals.find(ids.get(1))).isEmpty();
        assertThat(desk.approvals.find(ids.getLast())).map(Proposal::status).hasValue(ProposalStatus.REJECTED);
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.empty()))
                .filteredOn(one -> one.policyId() == OnRequest.POLICY_ID)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.fired()).isEqualTo(2);
                    assertThat(one.approved()).isEqualTo(1);
                    assertThat(one.rejected()).isEqualTo(1);
                });
    }

    @Test
    void onlyWhatThatRequestProposedIsWithdrawn() {
        promotions();
        desk.archivePromotions();
        desk.approvals.propose(mail -> mail.id() == 1, Long.MAX_VALUE, false, Progress.none());
        asked(archive(2));
        var second = asked(archive(1), archive(2), archive(3));
        assertThat(second.proposals()).isEqualTo(1);

        assertThat(withdraw(second).withdrawn()).isEqualTo(1);

        assertThat(desk.approvals.pending()).extracting(PendingRow::messageId).containsExactlyInAnyOrder(1L, 2L);
        assertThat(requests.withdraw(OptionalLong.empty(), Progress.none()).withdrawn())
                .as("the newest of which something is pending")
                .isEqualTo(1);
        assertThatThrownBy(() -> requests.withdraw(OptionalLong.empty(), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThatThrownBy(() -> requests.withdraw(OptionalLong.of(4711), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThat(desk.approvals.pending()).extracting(PendingRow::messageId).containsExactly(1L);
    }

    @Test
    void whatWasRejectedBeforeTheRequestIsRejectedAgain() {
        promotions();
        var policy = desk.archivePromotions();
        desk.propose();
        var id = desk.approvals.forMessage(1).getFirst().id();
        desk.reject(id);
        var request = asked(archive(1));
        assertThat(desk.pendingIds()).contains(id);

        assertThat(withdraw(request)).isEqualTo(new OnRequest.Withdrawn(request.id(), 1, 0));

        var again = desk.approvals.find(id).orElseThrow();
        assertThat(again.status()).isEqualTo(ProposalStatus.REJECTED);
        assertThat(again.policyId()).isEqualTo(policy.id());
        assertThat(again.policyName()).isEqualTo("Promotions");
        assertThat(desk.propose().created()).as("its rejection stands").isZero();
        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).undone())
                .as("and can be taken back")
                .isEqualTo(1);
        assertThat(desk.pendingIds()).contains(id);
    }

    @Test
    void whatWasDecidedAndTakenBackIsPendingAndWithdrawn() {
        promotions();
        var request = asked(archive(1));
        desk.approve(desk.pendingIds().getFirst());
        desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(withdraw(request)).isEqualTo(new OnRequest.Withdrawn(request.id(), 1, 0));

        assertThat(desk.approvals.pendingCount()).isZero();
        assertThat(propose(archive(1))).isEqualTo(1);
        assertThat(desk.approve(desk.pendingIds().getFirst()).executed()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsCancelledLeavesNothingBehind() {
        var wishes = manyPromotions(4100);
        var stopping = new Progress() {
            private long reached;

            @Override
            public void report(long done, long total, String message) {
                reached = done;
            }

            @Override
            public void checkCancelled() {
                if (reached > 0) {
                    throw new CancellationException();
                }
            }
        };

        assertThatThrownBy(() -> requests.propose(wishes, stopping)).isInstanceOf(CancellationException.class);

        assertThat(stopping.reached).isPositive();
        assertThat(desk.approvals.pendingCount()).isZero();
        assertThat(requests.propose(wishes, Progress.none()).proposals()).isEqualTo(4100);
    }

    private List<Wish> manyPromotions(int count) {
        desk.storeOfShops(count, List.of(Category.PROMOTION));
        return LongStream.rangeClosed(1, count)
                .mapToObj(OnRequestContract::archive)
                .toList();
    }

    @Test
    void othersDecideWhileMuchIsWithdrawn() {
        var request = requests.propose(manyPromotions(2500), Progress.none());
        var ids = desk.pendingIds();
        var reported = new ArrayList<Long>();
        var deciding = new Progress() {
            @Override
            public void report(long done, long total, String message) {
                reported.add(done);
                assertThat(total).isEqualTo(2500);
                desk.approve(ids.stream().max(Long::compare).orElseThrow() - reported.size());
            }

            @Override
            public void checkCancelled() {}
        };

        var withdrawn = requests.withdraw(OptionalLong.of(request.id()), deciding);

        assertThat(reported).as("a transaction for each thousand").containsExactly(0L, 1000L, 2000L);
        assertThat(withdrawn).isEqualTo(new OnRequest.Withdrawn(request.id(), 2497, 3));
        assertThat(desk.approvals.pendingCount()).isZero();
        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void aWithdrawalThatIsCancelledSaysWhatIsLeftAndTheNextOneFinishes() {
        var request = requests.propose(manyPromotions(2500), Progress.none());

        var stopped =
                requests.withdraw(OptionalLong.of(request.id()), new StoppingAfter(2, CancellationException::new));

        assertThat(stopped).isEqualTo(new OnRequest.Withdrawn(request.id(), 2000, 0, 500));
        assertThat(desk.approvals.pendingCount()).isEqualTo(500);
        assertThat(counted()).isEqualTo(500);
        assertThat(withdraw(request)).isEqualTo(new OnRequest.Withdrawn(request.id(), 500, 0));
        assertThat(counted()).isZero();
    }

    /** Whatever is decided before, wherever it is killed and how often: nothing is half, and the last one finishes. */
    @Test
    void aWithdrawalThatIsKilledAnywhereIsFinishedByTheNext() {
        for (int seed = 1; seed <= 4; seed++) {
            var random = new Random(seed);
            try (var other = new Desk(open())) {
                killAndFinish(other, random, "seed " + seed);
            }
        }
    }

    private static void killAndFinish(Desk desk, Random random, String seed) {
        int count = 2100 + random.nextInt(900);
        desk.storeOfShops(count, List.of(Category.PROMOTION));
        var killing = new Killing(desk.database);
        var requests = desk.requests(killing);
        var rejectedBefore = LongStream.rangeClosed(1, 3)
                .mapToObj(OnRequestContract::archive)
                .toList();
        requests.propose(rejectedBefore, Progress.none());
        desk.reject(desk.pendingIds().toArray(Long[]::new));
        var wishes = LongStream.rangeClosed(1, count)
                .mapToObj(OnRequestContract::archive)
                .toList();
        var request = requests.propose(wishes, Progress.none());
        var some =
                desk.pendingIds().stream().filter(_ -> random.nextInt(400) == 0).toList();
        desk.approve(some.toArray(Long[]::new));
        int left = count - some.size();
        for (int kill = 0; kill < 3; kill++) {
            killing.after = 1 + random.nextInt(3);
            int expected = Math.max(0, killing.after - 1) * 1000;
            try {
                requests.withdraw(OptionalLong.of(request.id()), Progress.none());
                assertThat(desk.approvals.pendingCount()).as(seed).isZero();
                left = 0;
            } catch (Killing.Killed _) {
                left -= Math.min(left, expected);
            }
            assertThat(desk.approvals.pendingCount()).as(seed).isEqualTo(left);
            assertThat(counted(desk)).as(seed).isEqualTo(3 + some.size() + left);
        }
        killing.after = Integer.MAX_VALUE;
        assertThat(requests.withdraw(OptionalLong.of(request.id()), Progress.none()))
                .as(seed)
                .isEqualTo(new OnRequest.Withdrawn(request.id(), left, some.size()));
        assertThat(desk.approvals.pendingCount()).as(seed).isZero();
        assertThat(counted(desk)).as(seed).isEqualTo(3 + some.size());
        assertThat(requests.propose(wishes, Progress.none()).proposals())
                .as(seed + ": what was withdrawn was never proposed")
                .isEqualTo(count - some.size());
    }

    private long counted() {
        return counted(desk);
    }

    /** How many are counted as asked for. */
    private static long counted(Desk desk) {
        return desk.statistics.of(Desk.USER, OptionalInt.empty()).stream()
                .filter(one -> one.policyId() == OnRequest.POLICY_ID)
                .mapToLong(one -> one.fired())
                .sum();
    }

    /** Stops before the part after so many. */
    private static final class StoppingAfter implements Progress {
        private final int parts;
        private final Supplier<RuntimeException> stop;
        private int reported;

        StoppingAfter(int parts, Supplier<RuntimeException> stop) {
            this.parts = parts;
            this.stop = stop;
        }

        @Override
        public void report(long done, long total, String message) {
            reported++;
        }

        @Override
        public void checkCancelled() {
            if (reported == parts) {
                throw stop.get();
            }
        }
    }

    /** Breaks off in the middle of a transaction, as a process that dies in it. */
    private static final class Killing implements Transactions {
        private final Transactions database;
        private int after = Integer.MAX_VALUE;

        Killing(Transactions database) {
            this.database = database;
        }

        /** Not what the code under test would catch. */
        private static final class Killed extends Error {
            private static final long serialVersionUID = 1;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return database.inTransaction(() -> {
                var result = work.get();
                if (after-- == 0) {
                    throw new Killed();
                }
                return result;
            });
        }
    }

    @Test
    void itCanBeMadeARule() {
        promotions();
        propose(archive(1));

        var policy = desk.approvals.always(desk.pendingIds().getFirst());

        assertThat(policy.id()).isPositive();
        assertThat(policy.action()).isEqualTo(new Action.Archive());
    }
}
