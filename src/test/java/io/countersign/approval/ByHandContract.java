package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.insight.Behind;
import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.insight.RecallQuestion;
import io.countersign.insight.jdbc.JdbcBehindMails;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.jdbc.JdbcRecount;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a person does by hand, and what it tells about the policies. */
abstract class ByHandContract extends DeskContract {
    private final ByHand byHand = new ByHand(
            new Workspace(Desk.USER, desk.clock, desk.database, desk.messages, desk.policies),
            desk.store,
            ActionExecutors.local(desk),
            desk.approvals);

    @Test
    void mailIsArchivedLabelledMovedAndMarkedAndEachIsTakenBack() {
        desk.store(Desk.mail(1, Category.PERSONAL, "anna@example.org"), Desk.mail(2, Category.EVENT, "b@example.org"));
        var before = desk.state(1);
        var archived = act(new Action.Archive(), 1, 2);
        assertThat(archived.acted()).isEqualTo(2);
        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        act(new Action.Label("Family"), 1);
        assertThat(desk.state(1).assignedLabels()).containsExactly("Family");
        act(new Action.MoveToFolder("Keep"), 1);
        assertThat(desk.state(1).folder()).isEqualTo("Keep");
        act(new Action.MarkRead(), 1);
        assertThat(desk.state(1).unread()).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(desk.approvals
                            .undo(OptionalLong.empty(), Progress.none())
                            .kept())
                    .isEmpty();
        }
        assertThat(desk.state(1)).isEqualTo(before);
        assertThat(desk.state(2).folder()).isEqualTo(Desk.inbox());
        assertThat(desk.events()).containsOnly("by_hand", "undone");
        assertThatThrownBy(() -> desk.approvals.undo(OptionalLong.empty(), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
    }

    @Test
    void anEarlierMoveByHandIsTakenBackFromUnderALaterApproval() {
        desk.store(Desk.mail(1, Category.PROMOTION, "news@shop.example"));
        var moved = act(new Action.MoveToFolder("Shops"), 1);
        desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().getFirst());
        desk.approvals.undo(moved.batch(), Progress.none());
        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(desk.state(1).folder()).isEqualTo(Desk.inbox());
    }

    @Test
    void whatIsSoAlreadyIsSkippedAndMakesNoBatch() {
        desk.store(Desk.mail(1, Category.PERSONAL, "anna@example.org"));
        act(new Action.Archive(), 1);
        var again = act(new Action.Archive(), 1, 99);
        assertThat(again).isEqualTo(new ByHandResult(OptionalLong.empty(), 0, 0, OptionalLong.empty(), 2));
        assertThat(desk.approvals.batches(10)).hasSize(1);
    }

    @Test
    void aPendingProposalOfTheSameIsApprovedInstead() {
        desk.store(Desk.mail(1, Category.PROMOTION, "news@shop.example"));
        var policy = desk.archivePromotions();
        desk.propose();
        var result = act(new Action.Archive(), 1);
        assertThat(result.approved()).isOne();
        assertThat(result.batch()).isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(recall(policy)).isEmpty();
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.empty()).getFirst().approved())
                .isOne();
    }

    @Test
    void namesOfLabelsAndFoldersAreChecked() {
        desk.store(Desk.mail(1, Category.PERSONAL, "anna@example.org"));
        assertThatThrownBy(() -> act(new Action.Label(" "), 1)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> act(new Action.MoveToFolder("a\nb"), 1))
                .isInstanceOf(CountersignException.Invalid.class);
    }

    @Test
    void whatNoPolicyProposedIsMissedByThePolicyThatKnowsTheSenderBest() {
        desk.store(
                Desk.mail(1, Category.PROMOTION, "news@shop.example"),
                Desk.mail(2, Category.PROMOTION, "news@other.example"),
                Desk.mail(3, Category.NEWSLETTER, "letter@paper.example"),
                Desk.mail(4, Category.SOCIAL, "news@shop.example"), // known by its sender
                Desk.mail(5, Category.PERSONAL, "anna@example.org")); // known by none
        var promotions = desk.archivePromotions();
        var letters = desk.policy("Letters", 200, "{\"eq\":[\"category\",\"newsletter\"]}", new Action.Archive());
        desk.policy("Labels", 300, "{\"eq\":[\"category\",\"receipt\"]}", new Action.Label("Money"));
        desk.propose();
        desk.approvals.approve(desk.pendingIds(), Progress.none());
        act(new Action.Archive(), 4);
        assertThat(recall(promotions).map(Recall::byHand)).contains(1L);
        assertThat(recall(letters)).isEmpty();
        var both = act(new Action.Archive(), 5);
        assertThat(recall(promotions).map(Recall::byHand)).contains(2L);
        assertThat(recall(letters).map(Recall::byHand)).contains(1L);
        assertThat(recall(promotions).orElseThrow().value()).isEqualTo(0.5); // 2 of 2 + 2
        assertThat(missed(promotions)).containsExactly(5L, 4L);
        agrees();
        desk.approvals.undo(both.batch(), Progress.none());
        assertThat(recall(letters)).isEmpty();
        agrees();
    }

    @Test
    void aFewQuestionsAWeekAreDrawnAndAnswersCountForTheirStratum() {
        for (int id = 1; id <= 40; id++) {
            desk.store(Desk.mail(
                    id,
                    id <= 10 ? Category.PROMOTION : id <= 20 ? Category.EVENT : Category.PERSONAL,
                    id <= 20 ? "news@shop.example" : "anna@example.org"));
        }
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approvals.approve(desk.pendingIds(), Progress.none());
        var questions = desk.recall.questions();
        assertThat(questions).hasSize(5).allSatisfy(one -> {
            assertThat(one.policyId()).isEqualTo(policy.id());
            assertThat(one.mail().id()).isGreaterThan(10);
        });
        assertThat(questions).extracting(one -> one.mail().id() <= 20).contains(true, false);
        assertThat(desk.recall.questions()).isEqualTo(questions);
        for (var question : questions) {
            desk.recall.answer(question.id(), question.mail().id() <= 20);
        }
        assertThat(desk.recall.questions()).isEmpty();
        var recall = recall(policy).orElseThrow();
        assertThat(recall.answered()).isEqualTo(5);
        assertThat(recall.missing()).isEqualTo(5);
        // All of the asked near misses were wanted, so all 10 count; none of the others.
        assertThat(recall.value()).isEqualTo(0.5);
        assertThat(recall.low()).isLessThan(0.5);
        assertThat(recall.high()).isGreaterThan(0.5);
        agrees();
        desk.recall.reopen(questions.getFirst().id());
        assertThat(desk.recall.questions())
                .extracting(RecallQuestion::id)
                .containsExactly(questions.getFirst().id());
        agrees();
        desk.clock.forward(Duration.ofDays(7));
        assertThat(desk.recall.draw(Progress.none())).isEqualTo(4);
        assertThat(desk.recall.draw(Progress.none())).isZero();
        assertThat(desk.recall.questions()).hasSize(5).doesNotHaveDuplicates();
        agrees();
        assertThatThrownBy(() -> desk.recall.answer(999, true)).isInstanceOf(CountersignException.NotFound.class);
    }

    @Test
    void mailThatWasAskedAboutGoesOnStandingForOthersWhenItIsHandledByHand() {
        for (int id = 1; id <= 20; id++) {
            desk.store(Desk.mail(id, id == 1 ? Category.PROMOTION : Category.EVENT, "news@shop.example"));
        }
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approvals.approve(desk.pendingIds(), Progress.none());
        var question = desk.recall.questions().getFirst();
        desk.recall.answer(question.id(), true);
        var before = recall(policy);
        act(new Action.Archive(), question.mail().id());
        assertThat(recall(policy)).isEqualTo(before);
        desk.clock.forward(Duration.ofDays(8));
        desk.recall.draw(Progress.none());
        assertThat(recall(policy)).isEqualTo(before);
        agrees();
    }

    @Test
    void recallInAWindowCountsMailOfThatWindow() {
        desk.store(
                Desk.mail(1, Category.PROMOTION, "news@shop.example"), Desk.mail(2, Category.EVENT, "b@example.org"));
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approvals.approve(desk.pendingIds(), Progress.none());
        act(new Action.Archive(), 2);
        desk.clock.forward(Duration.ofDays(20));
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.of(7)).getFirst().recall())
                .isEmpty();
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.of(30)).getFirst().recall())
                .hasValue(0.5);
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.empty()).getFirst().recall())
                .hasValue(0.5);
        assertThat(missed(policy)).containsExactly(2L);
    }

    private ByHandResult act(Action.OnMailbox action, long... ids) {
        return byHand.act(action, java.util.Arrays.stream(ids).boxed().toList(), Progress.none());
    }

    private Optional<Recall> recall(Policy policy) {
        var rows = new JdbcPolicyCounts(desk.database, desk.clock).all(Desk.USER);
        return Optional.ofNullable(desk.recall.recall(rows, Instant.EPOCH).get(policy.id()));
    }

    private List<Long> missed(Policy policy) {
        return new JdbcBehindMails(desk.database, desk.clock.getZone())
                .ids(Desk.USER, new Behind.Missed(policy.id()), Instant.EPOCH, 100);
    }

    /** The counters that each act and answer keeps are those that the nightly recount finds. */
    private void agrees() {
        var before = stored();
        var books = new PolicyStatsJob.Books(
                new JdbcRecount(desk.database), desk.recall, desk.store.decisions(), desk.database);
        new PolicyStatsJob(Desk.USER, books, desk.clock).run(Progress.none());
        assertThat(stored()).isEqualTo(before);
        for (var stats : desk.statistics.of(Desk.USER, OptionalInt.empty())) {
            var sql = new Statements(desk.database);
            assertThat(sql.list(
                            "select recall from policy_stats where policy_id = ?",
                            row -> row.getDouble(1),
                            stats.policyId()))
                    .allSatisfy(recall -> assertThat(recall)
                            .isEqualTo(stats.recall().orElse(0), org.assertj.core.api.Assertions.within(1e-9)));
        }
    }

    private List<List<Object>> stored() {
        return new Statements(desk.database)
                .list(
                        "select policy_id, coalesce(missed, -1), recall from policy_stats order by policy_id",
                        row -> List.<Object>of(row.getLong(1), row.getDouble(2), row.getDouble(3)));
    }
}
