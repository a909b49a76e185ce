package io.countersign.money;

import static io.countersign.mail.ReceiptKind.BANK_ALERT;
import static io.countersign.mail.ReceiptKind.INVOICE;
import static io.countersign.mail.ReceiptKind.ORDER;
import static io.countersign.mail.ReceiptKind.RECEIPT;
import static io.countersign.mail.ReceiptKind.REFUND;
import static io.countersign.money.Charges.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ChargeStatus;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One charge, one row, with all mails behind it. */
class ReceiptMergerTest {
    private final MerchantKeys keys = MerchantKeys.load();
    private final ReceiptMerger merger = new ReceiptMerger(keys, SpendingCategories.load(keys), ZoneOffset.UTC);

    private List<Receipt> merge(Charges... mails) {
        return merger.merge(Arrays.stream(mails).map(Charges::statement).toList())
                .receipts();
    }

    private static List<String> amounts(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.amount().toPlainString())
                .sorted()
                .toList();
    }

    @Test
    void theMailsOfOneOrderAreOneReceiptLedByTheReceipt() {
        var receipts = merge(
                mail(1).order("#112-5195239-8501054").kind(ORDER).at("2026-01-05T10:00"),
                mail(2).order("112-5195239-8501054")
                        .kind(ORDER)
                        .at("2026-01-07T10:00")
                        .noAmount(),
                mail(3).order("112-5195239-8501054").kind(INVOICE).at("2026-01-09T10:00"),
                mail(4).order("112-5195239-8501054").kind(RECEIPT).at("2026-01-09T10:01"));

        assertThat(receipts).hasSize(1);
        assertThat(receipts.getFirst().id()).isEqualTo(new StatementId(4, 0));
        assertThat(receipts.getFirst().statements())
                .extracting(statement -> statement.message().id())
                .containsExactly(4L, 1L, 2L, 3L);
    }

    @Test
    void twoMailsAboutOnePaymentAreOneReceiptAndTwoPaymentsAreTwo() {
        assertThat(merge(mail(1).payment("71-3308"), mail(2).payment("71-3308")))
                .hasSize(1);
        assertThat(merge(mail(1).payment("71-3308"), mail(2).payment("71-3391")))
                .hasSize(2);
        assertThat(merge(
                        mail(1).payment("71-3308").kind(RECEIPT),
                        mail(2).payment("71-3391").kind(INVOICE)))
                .hasSize(2);
    }

    @Test
    void oneMerchantWritesItsNameInManyWays() {
        assertThat(merge(
                        mail(1).merchant("Lowe's").order("77").kind(ORDER),
                        mail(2).merchant("LOWES.COM").order("77")))
                .hasSize(1);
    }

    @Test
    void aShortOrderNumberOfAnotherMerchantIsAnotherOrder() {
        assertThat(merge(
                        mail(1).merchant("One").order("77"),
                        mail(2).merchant("Two").order("77")))
                .hasSize(2);
    }

    @Test
    void aDistinctiveNumberAndAmountBringShopAndRelayTogether() {
        assertThat(merge(
                        mail(1).merchant("One").order("AB-1234567890").kind(ORDER),
                        mail(2).merchant("PayPal").order("AB-1234567890")))
                .hasSize(1);
        assertThat(merge(
                        mail(1).merchant("One").order("AB-1234567890").kind(ORDER),
                        mail(2).merchant("Two").order("AB-1234567890").amount("11")))
                .hasSize(2);
    }

    @Test
    void withoutOrderNumbersDifferentSortsOfMailOfOneAmountAreOneCharge() {
        assertThat(merge(
                        mail(1).kind(ORDER).at("2026-01-05T10:00"),
                        mail(2).kind(INVOICE).at("2026-01-06T10:00"),
                        mail(3).at("2026-01-07T10:00")))
                .hasSize(1);
        assertThat(merge(mail(1).kind(ORDER).at("2026-01-05T10:00"), mail(2).at("2026-01-12T10:00")))
                .hasSize(2);
    }

    @Test
    void twoAlikeReceiptsStayTwoForTheyMayBeADoubleCharge() {
        assertThat(merge(mail(1).at("2026-01-05T10:00"), mail(2).at("2026-01-05T10:03")))
                .hasSize(2);
    }

    @Test
    void ofSeveralEqualChargesEachKeepsItsOwnPapers() {
        var receipts = merge(
                mail(1).kind(ORDER).at("2026-01-05T10:00"),
                mail(2).at("2026-01-05T10:01"),
                mail(3).kind(ORDER).at("2026-01-06T10:00"),
                mail(4).at("2026-01-06T10:01"));

        assertThat(receipts)
                .extracting(receipt -> receipt.statements().stream()
                        .map(statement -> statement.message().id())
                        .toList())
                .containsExactly(List.of(4L, 3L), List.of(2L, 1L));
    }

    @Test
    void differentOrderNumbersAreNeverOneCharge() {
        assertThat(merge(mail(1).kind(ORDER).order("A1"), mail(2).order("A2"))).hasSize(2);
        assertThat(merge(mail(1).kind(ORDER).order("A1"), mail(2).kind(INVOICE), mail(3).order("A2")))
                .hasSize(2);
    }

    @Test
    void aTripSummaryAndItsReceiptAreOneRide() {
        var rides = merge(
                mail(1).merchant("Uber").from("noreply@uber.com").subject("Your Thursday evening trip with Uber"),
                mail(2).merchant("Uber")
                        .from("noreply@uber.com")
                        .subject("Receipt for your ride")
                        .at("2026-01-05T13:00"));
        assertThat(rides).hasSize(1);

        assertThat(merge(
                        mail(1).merchant("Uber").subject("Your Thursday morning trip with Uber"),
                        mail(2).merchant("Uber")
                                .subject("Your Thursday evening trip with Uber")
                                .at("2026-01-05T19:00")))
                .hasSize(2);
    }

    @Test
    void severalPaymentsOfOneOrderAreOneCharge() {
        var receipts = merge(
                mail(1).order("A1").kind(ORDER).amount("100.00"),
                mail(2).order("A1").amount("60").at("2026-01-05T13:00"),
                mail(3).order("A1").amount("40").at("2026-01-05T13:01"));
        assertThat(amounts(receipts)).containsExactly("100.00");
        assertThat(receipts.getFirst().statements()).hasSize(3);

        assertThat(amounts(merge(
                        mail(1).order("A1").kind(ORDER).amount("100"),
                        mail(2).order("A1").amount("50").at("2026-01-05T13:00"),
                        mail(3).order("A1").amount("50").at("2026-01-08T13:01"))))
                .containsExactly("100");
        assertThat(amounts(merge(
                        mail(2).order("A1").amount("60"), mail(3).order("A1").amount("40"))))
                .containsExactly("40", "60");
    }

    @Test
    void whatWasPaidOutranksWhatWasOrdered() {
        assertThat(amounts(merge(
                        mail(1).order("A1").kind(ORDER).amount("100"),
                        mail(2).order("A1").amount("96.20").at("2026-01-06T13:00"))))
                .containsExactly("96.20");
    }

    @Test
    void aNumberThatComesBackEveryMonthIsACustomerNotAnOrder() {
        var mails = new Charges[6];
        for (int i = 0; i < 6; i++) {
            mails[i] = mail(i + 1)
                    .order("CUSTOMER-7")
                    .kind(i % 2 == 0 ? INVOICE : RECEIPT)
                    .at(LocalDateTime.of(2026, 1 + i / 2, 3 + i % 2, 9, 0));
        }
        assertThat(merge(mails)).hasSize(3);
    }

    @Test
    void aRefundStaysApartAndIsNegative() {
        var receipts = merge(
                mail(1).order("A1").amount("30"),
                mail(2).order("A1").amount("30").kind(REFUND).at("2026-01-09T10:00"),
                mail(3).order("A1").amount("-5").kind(REFUND).at("2026-01-10T10:00"));

        assertThat(amounts(receipts)).containsExactly("-30", "-5", "30");
    }

    @Test
    void aLaterMailChangesTheStatus() {
        assertThat(merge(
                        mail(1).order("A1").kind(ORDER),
                        mail(2).order("A1")
                                .kind(ORDER)
                                .noAmount()
                                .status(ChargeStatus.CANCELLED)
                                .at("2026-01-06T10:00")))
                .extracting(Receipt::status)
                .containsExactly(ChargeStatus.CANCELLED);
        assertThat(merge(
                        mail(1).order("A1").kind(INVOICE).status(ChargeStatus.PENDING),
                        mail(2).order("A1").at("2026-01-06T10:00")))
                .extracting(Receipt::status)
                .containsExactly(ChargeStatus.CHARGED);
        assertThat(merge(
                        mail(1).order("A1"),
                        mail(2).order("A1")
                                .kind(ORDER)
                                .status(ChargeStatus.PENDING)
                                .at("2026-01-06T10:00")))
                .extracting(Receipt::status)
                .containsExactly(ChargeStatus.CHARGED);
        assertThat(merge(
                        mail(1).order("A1").status(ChargeStatus.CANCELLED).subject("Payment failed"),
                        mail(2).order("A1").at("2026-01-06T10:00")))
                .extracting(Receipt::status)
                .containsExactly(ChargeStatus.CHARGED);
    }

    @Test
    void aCancelledPartLeavesTheOrderAlive() {
        assertThat(merge(
                        mail(1).order("A1").amount("30"),
                        mail(2).order("A1")
                                .amount("5")
                                .status(ChargeStatus.CANCELLED)
                                .at("2026-01-06T10:00")))
                .extracting(Receipt::status)
                .containsExactlyInAnyOrder(ChargeStatus.CHARGED, ChargeStatus.CANCELLED);
    }

    @Test
    void theBanksAlertIsAboutTheReceiptWhoseMerchantItNames() {
        var receipts = merge(
                mail(1).merchant("Starbucks").at("2026-01-05T10:00"),
                mail(2).merchant("STARBUCKS STORE 00123")
                        .kind(BANK_ALERT)
                        .from("alerts@bank.example")
                        .at("2026-01-05T10:01"),
                mail(3).merchant("STARBUCKS STORE 00123")
                        .kind(BANK_ALERT)
                        .from("alerts@bank.example")
                        .at("2026-01-06T10:01"));

        assertThat(receipts).hasSize(2);
        assertThat(receipts.getLast().merchant()).isEqualTo("Starbucks");
        assertThat(receipts.getLast().statements()).hasSize(2);
    }

    @Test
    void whatAPersonSaidLeads() {
        var receipts = merge(
                mail(1).order("A1").kind(ORDER).merchant("By hand").amount("12").byHand(),
                mail(2).order("A1").merchant("By Hand").amount("1.20").at("2026-01-06T10:00"));

        assertThat(amounts(receipts)).containsExactly("12");
        assertThat(receipts.getFirst().id()).isEqualTo(new StatementId(1, 0));
    }

    @Test
    void aMailWithoutAmountOrOrderWaitsApart() {
        var ledger =
                merger.merge(List.of(mail(1).statement(), mail(2).noAmount().statement()));

        assertThat(ledger.receipts()).hasSize(1);
        assertThat(ledger.withoutAmount())
                .extracting(statement -> statement.message().id())
                .containsExactly(2L);
    }

    @Test
    void differentCurrenciesAreDifferentCharges() {
        assertThat(merge(mail(1).order("A1").kind(ORDER), mail(2).order("A1").currency("USD")))
                .hasSize(2);
    }
}
