package io.countersign.money;

import static io.countersign.money.Charges.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** That sums are the sums of what they say they are the sums of. */
class SpendingTest {
    private static final List<ReceiptKind> KINDS = List.of(ReceiptKind.values());
    private static final List<ChargeStatus> STATUSES = List.of(ChargeStatus.values());

    private final MerchantKeys keys = MerchantKeys.load();

    @Test
    void currenciesAreNeverAddedAndRefundsAreNegative() {
        var spending = Spending.of(
                List.of(
                        mail(1).amount("10.00").receipt(),
                        mail(2).amount("0.10").currency("USD").receipt(),
                        mail(3).amount("-2.50").kind(ReceiptKind.REFUND).receipt()),
                keys);

        assertThat(spending.currencies()).containsExactly("EUR", "USD");
        assertThat(spending.in("EUR").total().total()).isEqualByComparingTo("7.50");
        assertThat(spending.in("EUR").total().count()).isEqualTo(2);
        assertThat(spending.in("EUR").total().average()).isEqualByComparingTo("3.75");
        assertThat(spending.in("USD").total().total()).isEqualByComparingTo("0.10");
        assertThat(spending.in("XXX").total().count()).isZero();
        assertThat(spending.in("XXX").total().average()).isZero();
    }

    @Test
    void pendingCancelledAndEarnedAreApart() {
        var eur = Spending.of(
                        List.of(
                                mail(1).amount("1").receipt(),
                                mail(2).amount("2").status(ChargeStatus.PENDING).receipt(),
                                mail(3).amount("4")
                                        .status(ChargeStatus.CANCELLED)
                                        .receipt(),
                                mail(4).amount("8").kind(ReceiptKind.INCOME).receipt(),
                                mail(5).amount("16")
                                        .kind(ReceiptKind.INCOME)
                                        .status(ChargeStatus.PENDING)
                                        .receipt()),
                        keys)
                .in("EUR");

        assertThat(eur.total().total()).isEqualByComparingTo("1");
        assertThat(eur.pending().total()).isEqualByComparingTo("2");
        assertThat(eur.cancelled().total()).isEqualByComparingTo("4");
        assertThat(eur.income().total()).isEqualByComparingTo("8");
    }

    @Test
    void oneMerchantOfManySpellingsIsOneAndItsNewestNameCounts() {
        var eur = Spending.of(
                        List.of(
                                mail(1).merchant("LOWES.COM").receipt(),
                                mail(2).merchant("Lowe's")
                                        .at("2026-02-01T10:00")
                                        .receipt()),
                        keys)
                .in("EUR");

        assertThat(eur.byMerchant()).containsOnlyKeys("Lowe's");
        assertThat(eur.byMonth()).containsOnlyKeys(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
    }

    @Test
    void everySumEqualsItsDrillDown() {
        for (long seed = 0; seed < 60; seed++) {
            var receipts = random(new Random(seed));
            var spending = Spending.of(receipts, keys);
            for (var code : List.of("EUR", "USD", "JPY")) {
                var currency = spending.in(code);
                Predicate<Receipt> spent = receipt -> receipt.currency().equals(code)
                        && receipt.status() == ChargeStatus.CHARGED
                        && receipt.kind() != ReceiptKind.INCOME;
                assertIs(currency.total(), receipts, spent);
                currency.byMonth()
                        .forEach((month, figure) -> assertIs(
                                figure,
                                receipts,
                                spent.and(receipt ->
                                        YearMonth.from(receipt.date()).equals(month))));
                currency.byCategory()
                        .forEach((category, figure) -> assertIs(
                                figure,
                                receipts,
                                spent.and(receipt -> receipt.category().equals(category))));
                currency.byMerchant()
                        .forEach((merchant, figure) -> assertIs(
                                figure,
                                receipts,
                                spent.and(receipt -> keys.of(receipt.merchant()).equals(keys.of(merchant)))));
                for (Map<?, Figure> parts : List.of(currency.byMonth(), currency.byMerchant(), currency.byCategory())) {
                    assertThat(sum(parts.values().stream()
                                    .flatMap(part -> part.receipts().stream())
                                    .toList()))
                            .isEqualByComparingTo(currency.total().total());
                    assertThat(parts.values().stream().mapToInt(Figure::count).sum())
                            .isEqualTo(currency.total().count());
                }
                assertIs(
                        currency.pending(),
                        receipts,
                        receipt -> receipt.currency().equals(code)
                                && receipt.status() == ChargeStatus.PENDING
                                && receipt.kind() != ReceiptKind.INCOME);
                assertIs(
                        currency.cancelled(),
                        receipts,
                        receipt -> receipt.currency().equals(code)
                                && receipt.status() == ChargeStatus.CANCELLED
                                && receipt.kind() != ReceiptKind.INCOME);
                assertIs(
                        currency.income(),
                        receipts,
                        receipt -> receipt.currency().equals(code)
                                && receipt.status() == ChargeStatus.CHARGED
                                && receipt.kind() == ReceiptKind.INCOME);
            }
        }
    }

    private static void assertIs(Figure figure, List<Receipt> all, Predicate<Receipt> which) {
        var expected = all.stream().filter(which).toList();
        assertThat(figure.receipts()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(figure.total()).isEqualByComparingTo(sum(expected));
    }

    private static BigDecimal sum(Collection<Receipt> receipts) {
        var sum = BigDecimal.ZERO;
        for (var receipt : receipts) {
            sum = sum.add(receipt.amount());
        }
        return sum;
    }

    private static List<Receipt> random(Random random) {
        var receipts = new ArrayList<Receipt>();
        var merchants = List.of("Uber", "UBER *TRIP", "Lowe's", "lowes.com", "REWE Markt GmbH", "…", "!!", "Shop");
        for (int i = 0; i < 200; i++) {
            var amount = BigDecimal.valueOf(random.nextInt(20_000) - 4000, random.nextInt(4));
            var receipt = mail(i).merchant(merchants.get(random.nextInt(merchants.size())))
                    .amount(amount.toPlainString())
                    .currency(List.of("EUR", "USD", "JPY").get(random.nextInt(3)))
                    .date(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(400)).toString())
                    .kind(KINDS.get(random.nextInt(KINDS.size())))
                    .status(STATUSES.get(random.nextInt(STATUSES.size())))
                    .receipt();
            receipts.add(receipt);
        }
        return receipts;
    }
}
