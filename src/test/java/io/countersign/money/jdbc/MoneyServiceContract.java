package io.countersign.money.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcReceiptMails;
import io.countersign.money.DuplicateAnswers;
import io.countersign.money.DuplicatePair;
import io.countersign.money.MoneyService;
import io.countersign.money.Receipt;
import io.countersign.money.StatementId;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money on stored mail, on both databases. */
abstract class MoneyServiceContract {
    private final Database database = open();
    private final Clock clock = Clock.fixed(TestMail.NOON, ZoneOffset.UTC);
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final JdbcReceiptMails mails = new JdbcReceiptMails(database, messages, clock);
    private final JdbcDuplicateAnswers answers = new JdbcDuplicateAnswers(database, "me", clock);
    private final MoneyService money =
            new MoneyService(new MoneyService.Books(mails, messages, answers, database), clock);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private static ReceiptFacts facts(String merchant, String amount, ReceiptKind kind, String order) {
        return new ReceiptFacts(
                merchant,
                Optional.of(amount).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                Optional.of("EUR"),
                Optional.of(LocalDate.of(2026, 2, 27)),
                kind,
                ChargeStatus.CHARGED,
                Optional.of(order).filter(text -> !text.isEmpty()),
                "text: Total",
                0.9);
    }

    private void store(long id, ReceiptFacts... facts) {
        var message =
                TestMail.message(id).withUnderstanding(Understanding.unknown().withReceipts(List.of(facts)));
        new JdbcMailStore(database).insert(List.of(TestMail.stored(message)));
    }

    private List<String> amounts() {
        return money.receipts().stream()
                .map(Receipt::amount)
                .map(amount -> amount.stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void theMailsOfAnOrderAreOneReceiptAndOtherMailIsNone() {
        store(1, facts("Shop", "20", ReceiptKind.ORDER, "A1"));
        store(2, facts("Shop Inc.", "20.00", ReceiptKind.RECEIPT, "A1"), facts("Shop", "5", ReceiptKind.RECEIPT, "A2"));
        store(3);
        store(4, facts("Shop", "", ReceiptKind.INVOICE, ""));

        assertThat(amounts()).containsExactlyInAnyOrder("20", "5");
        assertThat(money.receipts())
                .extracting(receipt -> receipt.statements().size())
                .containsExactlyInAnyOrder(2, 1);
        assertThat(money.withoutAmount())
                .extracting(statement -> statement.id().messageId())
                .containsExactly(4L);
    }

    @Test
    void theOverviewSaysWhatItsPartsSay() {
        store(1, facts("Shop", "20", ReceiptKind.RECEIPT, "A1"));
        store(2, facts("Shop", "20", ReceiptKind.RECEIPT, ""));
        store(3, facts("Shop", "", ReceiptKind.INVOICE, ""));

        var overview = money.overview(7);

        assertThat(overview.receipts()).hasSize(2).isEqualTo(money.receipts());
        assertThat(overview.withoutAmount()).hasSize(1).isEqualTo(money.withoutAmount());
        assertThat(overview.duplicates()).hasSize(1).isEqualTo(money.duplicates(7));
        assertThat(overview.subscriptions()).isEqualTo(money.subscriptions());
    }

    @Test
    void aCorrectionOfOneChargeLeavesTheOthersOfItsMailAndIsTakenBack() {
        store(1, facts("Shop", "20", ReceiptKind.RECEIPT, "A1"), facts("Shop", "5", ReceiptKind.RECEIPT, "A2"));

        var before = money.correct(new StatementId(1, 1), facts("By hand", "6", ReceiptKind.RECEIPT, "A2"));

        assertThat(amounts()).containsExactlyInAnyOrder("20", "6");
        assertThat(money.receipts())
                .filteredOn(receipt -> receipt.leading().byHand())
                .extracting(Receipt::merchant, Receipt::confidence)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("By hand", 1.0));
        messages.updateUnderstanding(List.of(scanned(1, facts("Shop", "7", ReceiptKind.RECEIPT, "A3"))));
        assertThat(amounts()).containsExactlyInAnyOrder("20", "6");

        money.restore(before);
        assertThat(amounts()).containsExactlyInAnyOrder("20", "5");
    }

    private Message scanned(long id, ReceiptFacts facts) {
        var message = messages.find(id).orElseThrow();
        return message.withUnderstanding(message.understanding().withReceipts(List.of(facts)));
    }

    @Test
    void aDismissedChargeIsGoneUntilRestored() {
        store(1, facts("Shop", "20", ReceiptKind.RECEIPT, ""));

        var before = money.dismiss(new StatementId(1, 0));
        assertThat(money.receipts()).isEmpty();
        messages.updateUnderstanding(List.of(scanned(1, facts("Shop", "20", ReceiptKind.RECEIPT, ""))));
        assertThat(money.receipts()).isEmpty();

        money.restore(before);
        assertThat(amounts()).containsExactly("20");
    }

    @Test
    void dismissingOneChargeLeavesTheAnswersAboutTheOthersOfItsMail() {
        store(1, facts("Toys", "5", ReceiptKind.RECEIPT, ""), facts("Shop", "20", ReceiptKind.RECEIPT, ""));
        store(2, facts("Shop", "20", ReceiptKind.RECEIPT, ""));
        money.answer(money.duplicates(7).getFirst(), true);

        money.dismiss(new StatementId(1, 0));

        assertThat(amounts()).containsExactlyInAnyOrder("20", "20");
        assertThat(money.withoutAmount()).isEmpty();
        assertThat(money.duplicates(7)).extracting(DuplicatePair::answer).containsExactly(Optional.of(true));
        assertThat(messages.find(1).orElseThrow().understanding().receipt())
                .map(ReceiptFacts::merchant)
                .contains("Shop");
    }

    @Test
    void whatDoesNotExistCannotBeCorrected() {
        store(1, facts("Shop", "20", ReceiptKind.RECEIPT, ""));

        assertThatThrownBy(() -> money.dismiss(new StatementId(1, 1)))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThatThrownBy(() -> money.dismiss(new StatementId(9, 0)))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThat(amounts()).containsExactly("20");
    }

    @Test
    void answersAreRememberedReplacedAndForgotten() {
        store(1, facts("Shop", "20", ReceiptKind.RECEIPT, ""));
        store(2, facts("Shop", "20", ReceiptKind.RECEIPT, ""));
        assertThat(money.duplicates(7)).extracting(DuplicatePair::answer).containsExactly(Optional.empty());

        money.answer(money.duplicates(7).getFirst(), true);
        assertThat(money.duplicates(7)).extracting(DuplicatePair::answer).containsExactly(Optional.of(true));
        money.answer(money.duplicates(7).getFirst(), false);
        assertThat(money.duplicates(7)).extracting(DuplicatePair::answer).containsExactly(Optional.of(false));
        assertThat(answers.all()).hasSize(1);
        assertThat(new JdbcDuplicateAnswers(database, "somebody else", clock).all())
                .isEmpty();

        money.forget(money.duplicates(7).getFirst());
        assertThat(answers.all()).isEmpty();
        assertThat(money.duplicates(7)).extracting(DuplicatePair::answer).containsExactly(Optional.empty());
    }

    @Test
    void anAnswerOutlivesALaterMailAboutTheSameCharge() {
        store(1, facts("Shop", "20", ReceiptKind.ORDER, "A1"));
        store(2, facts("Shop", "20", ReceiptKind.ORDER, ""));
        money.answer(money.duplicates(7).getFirst(), true);

        store(3, facts("Shop", "20", ReceiptKind.RECEIPT, "A1"));

        assertThat(money.duplicates(7)).extracting(DuplicatePair::answer).containsExactly(Optional.of(true));
        money.forget(money.duplicates(7).getFirst());
        assertThat(answers.all()).isEmpty();
    }

    @Test
    void answersComeBackAsTheyWerePut() {
        var one = new DuplicateAnswers.Answer(new StatementId(1, 0), new StatementId(2, 3), "shop", true);
        var other = new DuplicateAnswers.Answer(new StatementId(1, 0), new StatementId(3, 0), "k".repeat(300), false);
        answers.put(one);
        answers.put(other);
        answers.remove(new StatementId(7, 7), new StatementId(8, 8));

        assertThat(answers.all()).containsExactly(one, other);
        answers.remove(one.earlier(), one.later());
        assertThat(answers.all()).containsExactly(other);
    }

    @Test
    void subscriptionsAreCountedToTheDayOfTheClock() {
        var received = new ArrayList<Message>();
        for (int i = 0; i < 5; i++) {
            var date = LocalDate.of(2026, 2, 20).minusMonths(i);
            var read = facts("Cadenza", "9.99", ReceiptKind.RECEIPT, "");
            received.add(TestMail.message(i + 1)
                    .withUnderstanding(Understanding.unknown()
                            .withReceipts(List.of(new ReceiptFacts(
                                    read.merchant(),
                                    read.amount(),
                                    read.currency(),
                                    Optional.of(date),
                                    read.kind(),
                                    read.status(),
                                    read.orderId(),
                                    read.evidence(),
                                    0.9)))));
        }
        new JdbcMailStore(database)
                .insert(Arrays.stream(received.toArray(Message[]::new))
                        .map(TestMail::stored)
                        .toList());

        assertThat(money.subscriptions()).hasSize(1);
        assertThat(money.subscriptions().getFirst().next()).isEqualTo("2026-03-20");
        assertThat(money.subscriptions().getFirst().running()).isTrue();
    }
}
