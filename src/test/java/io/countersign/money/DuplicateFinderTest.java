package io.countersign.money;

import static io.countersign.money.Charges.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.DuplicateAnswers.Answer;
import io.countersign.shared.CpuTime;
import io.countersign.shared.ui.Texts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which charges may have been paid twice. */
class DuplicateFinderTest {
    private final DuplicateFinder finder = new DuplicateFinder(MerchantKeys.load());

    private List<DuplicatePair> find(Charges... charges) {
        return find(List.of(), charges);
    }

    private List<DuplicatePair> find(List<Answer> answers, Charges... charges) {
        return finder.find(Arrays.stream(charges).map(Charges::receipt).toList(), MoneyDesk.WINDOW_DAYS, answers);
    }

    private static Charges[] series(int count, int periodDays, Charges... more) {
        var charges = new ArrayList<>(List.of(more));
        for (int i = 0; i < count; i++) {
            charges.add(mail(1000 + i).at(LocalDateTime.of(2025, 1, 6, 9, 0).plusDays((long) i * periodDays)));
        }
        return charges.toArray(Charges[]::new);
    }

    @Test
    void twoEqualChargesMinutesApartAreASuspectWithReasons() {
        var pairs = find(
                mail(2).at("2026-01-05T12:03"), mail(1).at("2026-01-05T12:00").merchant("SHOP Inc."));

        assertThat(pairs).hasSize(1);
        var pair = pairs.getFirst();
        assertThat(pair.earlier().id().messageId()).isEqualTo(1);
        assertThat(pair.suspicion()).isBetween(0.9, 1.0);
        assertThat(pair.answer()).isEmpty();
        assertThat(pair.reasons().getFirst().key()).isEqualTo("money.duplicate.reason.minutes");
    }

    @Test
    void amountsMayDifferByACentAndNoMore() {
        assertThat(find(mail(1), mail(2).amount("10.01"))).hasSize(1);
        assertThat(find(mail(1), mail(2).amount("10.02"))).isEmpty();
        assertThat(find(mail(1), mail(2).currency("USD"))).isEmpty();
        assertThat(find(mail(1), mail(2).merchant("Other"))).isEmpty();
    }

    @Test
    void chargesOfDifferentOrdersAreNoDoubles() {
        assertThat(find(mail(1).order("A-1"), mail(2).order("A-2"))).isEmpty();
        assertThat(find(mail(1).order("A-1"), mail(2).order("a1"))).hasSize(1);
        assertThat(find(mail(1).order("A-1"), mail(2))).hasSize(1);
    }

    @Test
    void theWindowCountsDays() {
        var charges = List.of(
                mail(1).at("2026-01-05T12:00").receipt(),
                mail(2).at("2026-01-07T12:00").receipt());
        assertThat(finder.find(charges, 2, List.of())).hasSize(1);
        assertThat(finder.find(charges, 1, List.of())).isEmpty();
    }

    @Test
    void twoEqualChargesThatStandAloneAreASuspectWithinTheWholeWindow() {
        for (int days = 0; days <= MoneyDesk.WINDOW_DAYS; days++) {
            var later = mail(2).at(LocalDateTime.of(2026, 1, 5, 12, 30).plusDays(days));
            assertThat(find(mail(1), later)).as("%d days apart", days).hasSize(1);
        }
        assertThat(find(mail(1), mail(2).at("2026-01-13T12:00"))).isEmpty();
    }

    @Test
    void refundsAndWhatWasRefundedAreNoDoubles() {
        assertThat(find(
                        mail(1).amount("-10").kind(ReceiptKind.REFUND),
                        mail(2).amount("-10").kind(ReceiptKind.REFUND)))
                .isEmpty();
        assertThat(find(
                        mail(1),
                        mail(2),
                        mail(3).amount("-10").kind(ReceiptKind.REFUND).at("2026-01-09T10:00")))
                .isEmpty();
        assertThat(find(
                        mail(1),
                        mail(2),
                        mail(3).amount("-10").kind(ReceiptKind.REFUND).at("2025-12-09T10:00")))
                .hasSize(1);
    }

    @Test
    void whatWasNotPaidIsNoDouble() {
        assertThat(find(mail(1), mail(2).status(ChargeStatus.CANCELLED))).isEmpty();
        assertThat(find(mail(1).kind(ReceiptKind.INCOME), mail(2).kind(ReceiptKind.INCOME)))
                .isEmpty();
        assertThat(find(mail(1).merchant("…"), mail(2).merchant("…"))).isEmpty();
        assertThat(find(mail(1).amount("1E+30"), mail(2).amount("1E+30"))).isEmpty();
    }

    @Test
    void datesOfASeriesAreNoDoublesButOneTooManyIs() {
        for (int period : new int[] {1, 7, 14, 30}) {
            assertThat(find(series(20, period))).as("every %d days", period).isEmpty();
        }
        for (int period : new int[] {7, 14, 30}) {
            var doubled = mail(1).at(LocalDateTime.of(2025, 1, 6, 20, 0).plusDays(5L * period));
            assertThat(find(series(20, period, doubled)))
                    .as("every %d days", period)
                    .hasSize(1);
        }
    }

    @Test
    void twoEqualSubscriptionsOfOneProviderAreNoDoubles() {
        var charges = new ArrayList<Charges>();
        for (int i = 0; i < 8; i++) {
            charges.add(mail(2 * i + 1).at(LocalDateTime.of(2025, 1 + i, 5, 9, 0)));
            charges.add(mail(2 * i + 2).at(LocalDateTime.of(2025, 1 + i, 8, 9, 0)));
        }
        assertThat(find(charges.toArray(Charges[]::new))).isEmpty();
    }

    @Test
    void ofThreeEqualChargesTheTwoMostSuspectAreAPair() {
        var pairs =
                find(mail(1).at("2026-01-05T12:00"), mail(2).at("2026-01-05T18:00"), mail(3).at("2026-01-05T18:02"));

        assertThat(pairs).hasSize(1);
        assertThat(pairs.getFirst().earlier().id().messageId()).isEqualTo(2);
    }

    @Test
    void anAnswerIsRememberedAndTeachesAboutTheMerchant() {
        var charges = new Charges[] {mail(1).at("2026-01-05T12:00"), mail(2).at("2026-01-10T12:00")};
        double before = find(charges).getFirst().suspicion();

        var denied = find(List.of(new Answer(new StatementId(1, 0), new StatementId(2, 0), "shop", false)), charges);
        assertThat(denied.getFirst().answer()).contains(false);

        var elsewhere = new Answer(new StatementId(8, 0), new StatementId(9, 0), "shop", true);
        var confirmed = find(List.of(elsewhere, elsewhere), charges).getFirst();
        assertThat(confirmed.suspicion()).isGreaterThan(before);
        assertThat(confirmed.reasons())
                .extracting(DuplicatePair.Reason::key)
                .contains("money.duplicate.reason.confirmed");

        var not = new Answer(new StatementId(8, 0), new StatementId(9, 0), "shop", false);
        assertThat(find(List.of(not, not), charges)).isEmpty();
    }

    @Test
    void anAnswerIsFoundByAnyMailBehindAReceipt() {
        var merged = new Receipt(
                "Shop",
                mail(1).receipt().amount(),
                "EUR",
                mail(1).receipt().date(),
                ReceiptKind.RECEIPT,
                ChargeStatus.CHARGED,
                Optional.empty(),
                "other",
                1,
                List.of(mail(3).statement(), mail(1).statement()));
        var answer = new Answer(new StatementId(1, 0), new StatementId(2, 0), "shop", true);

        assertThat(finder.find(List.of(merged, mail(2).receipt()), 7, List.of(answer)))
                .extracting(DuplicatePair::answer)
                .containsExactly(Optional.of(true));
    }

    @Test
    void unansweredPairsComeFirstAndTheOrderOfReceiptsDoesNotMatter() {
        for (long seed = 1; seed < 8; seed++) {
            var receipts = new ArrayList<>(MoneyWorld.of(seed).receipts());
            var pairs = finder.find(receipts, 7, List.of());
            assertThat(pairs).isNotEmpty();
            var answer = new Answer(
                    pairs.getFirst().earlier().id(), pairs.getFirst().later().id(), "nobody", true);

            Collections.shuffle(receipts, new Random(seed));
            assertThat(finder.find(receipts, 7, List.of())).containsExactlyInAnyOrderElementsOf(pairs);
            var answered = finder.find(receipts, 7, List.of(answer));
            assertThat(answered.getLast().answer()).contains(true);
            assertThat(answered.getLast().earlier()).isEqualTo(pairs.getFirst().earlier());
            assertThat(answered).hasSameSizeAs(pairs);
        }
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        var german = Texts.of(Locale.GERMAN);
        var english = Texts.of(Locale.ENGLISH);
        var answers = List.of(
                new Answer(new StatementId(8, 0), new StatementId(9, 0), "shop", true),
                new Answer(new StatementId(8, 0), new StatementId(9, 0), "shop", false));
        var pairs =
                new ArrayList<>(find(answers, mail(1), mail(2).amount("10.01").order("A1")));
        pairs.addAll(find(series(20, 30, mail(1).at("2025-04-06T23:00"))));
        pairs.addAll(finder.find(MoneyWorld.of(3).receipts(), 7, List.of()));
        for (var pair : pairs) {
            assertThat(pair.reasons()).isNotEmpty().allSatisfy(reason -> {
                assertThat(english.get(reason.key(), reason.arguments().toArray()))
                        .isNotBlank()
                        .doesNotContain("{");
                assertThat(german.get(reason.key(), reason.arguments().toArray()))
                        .isNotBlank()
                        .doesNotContain("{");
            });
        }
    }

    @Test
    void manyEqualChargesOfOneMerchantAreLinearWork() {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < 200_000; i++) {
            receipts.add(mail(i).at(LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(3L * i))
                    .receipt());
        }
        var answer = new Answer(new StatementId(7, 0), new StatementId(77, 0), "shop", true);
        var took = CpuTime.of(() -> {
            assertThat(finder.find(receipts, 7, List.of())).isEmpty();
            assertThat(finder.find(receipts, 7, List.of(answer))).hasSize(1);
        });
        assertThat(took).isLessThan(Duration.ofSeconds(8));
    }
}
