package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How sure pending proposals are follows what was learned since they were made, on both databases. */
abstract class FreshConfidenceContract extends DeskContract {
    @Test
    void whatIsPendingFollowsWhatWasLearnedAndTheLogKeepsWhatWasShown() {
        manyOfTwoSenders();
        var asProposed = confidences();

        for (int i = 0; i < 15; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
            desk.reject(pendingOf("a@list.example").getFirst());
        }

        var learned = confidences();
        assertThat(learned.get(pendingOf(SHOP).getFirst()))
                .isGreaterThan(asProposed.get(pendingOf(SHOP).getFirst()));
        long rejectedBefore = pendingOf("a@list.example").getFirst();
        assertThat(learned.get(rejectedBefore)).isLessThan(asProposed.get(rejectedBefore));

        desk.approve(rejectedBefore);

        assertThat(logged(rejectedBefore)).isCloseTo(learned.get(rejectedBefore), within(1e-12));
        assertThat(confidences()).isNotEqualTo(learned);
        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(confidences()).isEqualTo(learned);
    }

    private void manyOfTwoSenders() {
        promotions(20);
        desk.store(LongStream.rangeClosed(21, 40)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, "a@list.example"))
                .toArray(Message[]::new));
        desk.archivePromotions();
        desk.propose();
    }

    private Map<Long, Double> confidences() {
        return desk.approvals.pending().stream().collect(Collectors.toMap(PendingRow::id, PendingRow::confidence));
    }

    private List<Long> pendingOf(String sender) {
        return desk.approvals.pending().stream()
                .filter(row -> row.from().email().equals(sender))
                .map(PendingRow::id)
                .sorted()
                .toList();
    }

    private double logged(long proposal) {
        return new Statements(desk.database)
                .first("select confidence from decision where proposal_id = ?", row -> row.getDouble(1), proposal)
                .orElseThrow();
    }

    @Test
    void theSenderWhoseAnswerIsOpenComesFirstOnceTheOtherIsKnown() {
        manyOfTwoSenders();
        desk.store(Desk.mail(41, Category.PROMOTION, "a@new.example"));
        for (int i = 0; i < 10; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
            desk.reject(pendingOf("a@list.example").getFirst());
        }
        desk.approve(pendingOf(SHOP).toArray(Long[]::new));
        desk.propose();

        var confidences = confidences();

        assertThat(confidences.get(pendingOf("a@list.example").getFirst()))
                .isLessThan(confidences.get(pendingOf("a@new.example").getFirst()));
    }

    @Test
    void proposalsOfAnEarlierVersionAreSeenAtTheNextStart() {
        manyOfTwoSenders();
        for (int i = 0; i < 12; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
        }
        var learned = confidences();
        var sql = new Statements(desk.database);
        sql.update("update proposal set features = null");
        sql.update("delete from calibration");
        assertThat(confidences()).isNotEqualTo(learned);

        desk.approvals.resume(Progress.none());

        assertThat(confidences()).isEqualTo(learned);
        assertThat(sql.number("select decisions from calibration")).isEqualTo(12);
    }

    @Test
    void afterAResetWhatIsPendingIsAsSureAsItsPolicy() {
        manyOfTwoSenders();
        var asProposed = confidences();
        for (int i = 0; i < 12; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
        }

        desk.weights.reset(Desk.USER);

        assertThat(asProposed).containsAllEntriesOf(confidences());
    }
}
