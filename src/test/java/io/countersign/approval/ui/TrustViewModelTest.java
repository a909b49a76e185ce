package io.countersign.approval.ui;

import static io.countersign.approval.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.InMemoryTrust;
import io.countersign.approval.QueueOrder;
import io.countersign.approval.trust.TrustDesk.Digest;
import io.countersign.approval.trust.TrustDesk.Done;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.mail.InMemoryMail;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrustViewModelTest {
    private static final String WHY = "You rejected 3 of its last 4 proposals, so it asks again.";

    private final InMemoryApprovals stored = new InMemoryApprovals();
    private final InMemoryTrust trust = new InMemoryTrust();
    private final InMemoryMail mail = new InMemoryMail();
    private final RecordingNotices notices = new RecordingNotices();
    private final ApprovalsViewModel model = new ApprovalsViewModel(
            stored,
            new TrustPorts(trust, trust),
            new DetailReader(stored, mail, mail, EarlierApplications.none()),
            RowFilter.words(),
            new DirectTasks(),
            notices);

    private static TrustWords words(Locale locale) {
        var texts = Texts.of(locale);
        return new TrustWords(texts, new Formats(texts, locale, Clock.systemUTC()));
    }

    @Test
    void anEarnedPolicyAsksOnceAndActsAloneAfterYes() {
        trust.set(1, "Promotions", TrustLevel.EARNED, Optional.empty());
        model.load();

        var question = model.trust().lines().getFirst();
        assertThat(question).isInstanceOf(TrustLine.Question.class);
        assertThat(words(Locale.ENGLISH).question(question.policy()))
                .isEqualTo("“Promotions”: you approved 73 of 73. Do it alone from now on?");
        model.trust().answer(question.policy(), true);

        assertThat(model.trust().lines()).isEmpty();
        assertThat(model.trust().isAutomatic(1)).isTrue();
        assertThat(notices.said()).containsExactly("ALONE Promotions");
        notices.pressUndo();
        assertThat(model.trust().isAutomatic(1)).isFalse();
    }

    @Test
    void keepAskingIsNotAskedAgain() {
        trust.set(1, "Promotions", TrustLevel.EARNED, Optional.empty());
        model.load();

        model.trust().answer(model.trust().lines().getFirst().policy(), false);
        model.load();

        assertThat(model.trust().lines()).isEmpty();
        assertThat(notices.said()).isEmpty();
    }

    @Test
    void aDecisionThatTakesAutomationAwayIsExplainedUntilItIsDismissed() {
        stored.add(row(1, "Nordmann", "Rain jackets", 1, 0.96));
        trust.set(1, "Promotions", TrustLevel.AUTOMATIC, Optional.empty());
        trust.set(2, "Long ago", TrustLevel.SUGGEST, Optional.of(WHY));
        model.load();
        assertThat(model.trust().lines()).isEmpty();

        trust.set(1, "Promotions", TrustLevel.SUGGEST, Optional.of(WHY));
        model.reject();
        model.load();

        assertThat(model.trust().lines()).singleElement().satisfies(line -> {
            assertThat(line).isInstanceOf(TrustLine.Demoted.class);
            assertThat(words(Locale.ENGLISH).demoted(line.policy()))
                    .isEqualTo("“Promotions” asks again. You rejected 3 of its last 4 proposals.");
            assertThat(words(Locale.GERMAN).demoted(line.policy()))
                    .isEqualTo("„Promotions“ fragt wieder. Du hast 3 ihrer letzten 4 Vorschläge abgelehnt.");
        });
        model.trust().dismiss(model.trust().lines().getFirst());
        model.load();
        assertThat(model.trust().lines()).isEmpty();
    }

    @Test
    void theDigestIsToldOnce() {
        var day = LocalDate.of(2026, 11, 22);
        var digest = new Digest(
                day,
                List.of(new Done(1, "Promotions", 32, 2, List.of(7L)), new Done(2, "Receipts", 12, 0, List.of(8L))));
        trust.tell(digest);

        model.load();
        model.load();

        assertThat(notices.said()).containsExactly("DIGEST 1");
        assertThat(words(Locale.ENGLISH).digest(List.of(digest)))
                .startsWith("Your policies handled 42 mails alone since ")
                .endsWith(": Promotions 30, Receipts 12");
        assertThat(words(Locale.GERMAN).digest(List.of(digest))).contains("42 Mails allein erledigt");
    }

    @Test
    void theSurestComeFirstWhenThePersonWantsThatAndUndonePlacesStayRight() {
        stored.add(row(1, "Nordmann", "Rain jackets", 1, 0.7));
        stored.add(row(2, "Kaffeewerk", "Coupon", 1, 0.94));
        stored.add(row(3, "Digest", "Issue 212", 1, 0.84));
        model.load();
        model.orderProperty().set(QueueOrder.CONFIDENCE);
        assertThat(ids()).containsExactly(2L, 3L, 1L);

        model.cursor().moveTo(2);
        model.approve();
        model.undo();
        assertThat(ids()).containsExactly(2L, 3L, 1L);

        model.orderProperty().set(QueueOrder.VALUE);
        assertThat(ids())
                .isEqualTo(stored.pending().stream().map(row -> row.id()).toList());
    }

    private List<Long> ids() {
        return model.lines().stream()
                .filter(TrayLine.Entry.class::isInstance)
                .map(line -> ((TrayLine.Entry) line).row().id())
                .toList();
    }
}
