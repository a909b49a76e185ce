package io.countersign.money;

import static io.countersign.money.Charges.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ReceiptKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which charges repeat, what they cost a month and when they are due. */
class SubscriptionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private final Subscriptions subscriptions = new Subscriptions(MerchantKeys.load());

    private static List<Receipt> monthly(int months, String merchant, String amount) {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < months; i++) {
            receipts.add(mail(i + merchant.hashCode() % 1000 * 100L)
                    .merchant(merchant)
                    .amount(amount)
                    .at(LocalDateTime.of(2026, 2, 10, 9, 0).minusMonths(i))
                    .receipt());
        }
        return receipts;
    }

    @Test
    void aMonthlyChargeIsDueAMonthAfterTheLast() {
        var found = subscriptions.of(monthly(6, "Cadenza", "10.99"), TODAY);

        assertThat(found).hasSize(1);
        var subscription = found.getFirst();
        assertThat(subscription.periodDays()).isEqualTo(30);
        assertThat(subscription.monthly()).isEqualByComparingTo("10.99");
        assertThat(subscription.next()).isEqualTo("2026-03-10");
        assertThat(subscription.running()).isTrue();
        assertThat(subscription.receipts()).hasSize(6);
    }

    @Test
    void aChangedPriceIsTheSameSubscription() {
        var receipts = new ArrayList<>(monthly(3, "Cadenza", "12.99"));
        for (int i = 3; i < 9; i++) {
            receipts.add(mail(500 + i)
                    .merchant("Cadenza Ltd.")
                    .amount("10.99")
                    .at(LocalDateTime.of(2026, 2, 10, 9, 0).minusMonths(i))
                    .receipt());
        }

        assertThat(subscriptions.of(receipts, TODAY)).hasSize(1);
        assertThat(subscriptions.of(receipts, TODAY).getFirst().latestAmount()).isEqualByComparingTo("12.99");
        assertThat(subscriptions.of(receipts, TODAY).getFirst().receipts()).hasSize(9);
    }

    @Test
    void whatMissedMoreThanOneDateNoLongerRuns() {
        assertThat(subscriptions
                        .of(monthly(6, "Cadenza", "10.99"), LocalDate.of(2026, 4, 5))
                        .getFirst()
                        .running())
                .isTrue();
        var ended = subscriptions
                .of(monthly(6, "Cadenza", "10.99"), LocalDate.of(2026, 4, 20))
                .getFirst();
        assertThat(ended.running()).isFalse();
        assertThat(ended.next()).isEqualTo("2026-03-10");
    }

    @Test
    void twoPaymentsSufficeWhereAMailSaysThatItRepeats() {
        assertThat(subscriptions.of(monthly(2, "Cadenza", "10.99"), TODAY)).isEmpty();
        var announced = List.of(
                mail(1).kind(ReceiptKind.SUBSCRIPTION).at("2025-02-10T09:00").receipt(),
                mail(2).kind(ReceiptKind.SUBSCRIPTION).at("2026-02-10T09:00").receipt());
        assertThat(subscriptions.of(announced, TODAY).getFirst().periodDays()).isEqualTo(365);
        assertThat(subscriptions.of(announced, TODAY).getFirst().monthly()).isEqualByComparingTo("0.83");
    }

    @Test
    void aSubscriptionIsFoundAmongOtherChargesOfItsMerchant() {
        var receipts = new ArrayList<>(monthly(8, "Shop", "4.99"));
        for (int i = 0; i < 9; i++) {
            receipts.add(mail(900 + i)
                    .amount("1" + i + ".50")
                    .at(LocalDateTime.of(2025, 7, 1, 8, 0).plusDays(3L * i * i))
                    .receipt());
        }

        var found = subscriptions.of(receipts, TODAY);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().receipts()).hasSize(8);
    }

    @Test
    void aDoubleChargeIsNoPartOfTheSeries() {
        var receipts = new ArrayList<>(monthly(6, "Cadenza", "10.99"));
        receipts.add(mail(777)
                .merchant("Cadenza")
                .amount("10.99")
                .at("2026-01-11T09:00")
                .receipt());

        assertThat(subscriptions.of(receipts, TODAY).getFirst().receipts()).hasSize(6);
    }

    @Test
    void randomPurchasesAreNoSubscription() {
        int[] days = {0, 3, 19, 23, 61, 70, 75, 118, 160, 163};
        var receipts = new ArrayList<Receipt>();
        for (int day : days) {
            receipts.add(mail(day)
                    .at(LocalDateTime.of(2025, 9, 1, 9, 0).plusDays(day))
                    .receipt());
        }
        assertThat(subscriptions.of(receipts, TODAY)).isEmpty();
        assertThat(subscriptions.of(List.of(), TODAY)).isEmpty();
    }

    @Test
    void runningOnesComeFirstThenTheDearest() {
        var receipts = new ArrayList<>(monthly(6, "Small", "1.99"));
        receipts.addAll(monthly(6, "Large", "99.99"));
        for (int i = 0; i < 5; i++) {
            receipts.add(mail(3000 + i)
                    .merchant("Ended")
                    .amount("500")
                    .at(LocalDateTime.of(2024, 1 + i, 3, 9, 0))
                    .receipt());
        }

        assertThat(subscriptions.of(receipts, TODAY))
                .extracting(Subscription::merchant)
                .containsExactly("Large", "Small", "Ended");
    }
}
