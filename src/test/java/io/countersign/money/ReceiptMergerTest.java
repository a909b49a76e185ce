package io.countersign.money;

import static io.countersign.mail.ReceiptKind.BANK_ALERT;
import static io.countersign.mail.ReceiptKind.INVOICE;
import static io.countersign.mail.ReceiptKind.ORDER;
import static io.countersign.mail.ReceiptKind.RECEIPT;
import static io.countersign.mail.ReceiptKind.REFUND;
import static io.countersign.money.Charges.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One charge, one row, with all mails behind it. */
class ReceiptMergerTest {
    private static final List<ReceiptKind> KINDS = List.of(ReceiptKind.values());
    private static final List<ChargeStatus> STATUSES = List.of(ChargeStatus.values());

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

    @Test
    void anyOrderOfTheMailGivesTheSameReceiptsAndEveryStatementOnce() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var statements = randomStatements(random);
            var ledger = merger.merge(statements);

            var ids = new ArrayList<StatementId>();
            ledger.receipts().forEach(receipt -> receipt.statements().forEach(statement -> ids.add(statement.id())));
            ledger.withoutAmount().forEach(statement -> ids.add(statement.id()));
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(
                            statements.stream().map(Statement::id).toList());

            for (int i = 0; i < 4; i++) {
                Collections.shuffle(statements, random);
                assertThat(merger.merge(statements)).as("seed %d", seed).isEqualTo(ledger);
            }
            var again = new ArrayList<>(statements);
            again.addAll(statements);
            assertThat(merger.merge(again)).isEqualTo(ledger);
            assertNoConflicts(ledger);
        }
    }

    private static void assertNoConflicts(Ledger ledger) {
        for (var receipt : ledger.receipts()) {
            assertThat(receipt.statements().stream()
                            .flatMap(statement -> statement.facts().orderId().stream())
                            .map(OrderIds::normalise)
                            .distinct()
                            .count())
                    .isLessThanOrEqualTo(1);
            assertThat(receipt.amount().signum() < 0).isEqualTo(receipt.kind() == REFUND);
            assertThat(receipt.statements().stream()
                            .flatMap(statement -> statement.facts().currency().stream())
                            .distinct()
                            .filter(currency -> !currency.equals(receipt.currency()))
                            .filter(currency -> receipt.statements().stream()
                                    .anyMatch(statement -> statement
                                                    .facts()
                                                    .amount()
                                                    .isPresent()
                                            && statement.facts().currency().equals(java.util.Optional.of(currency)))))
                    .isEmpty();
        }
    }

    /** Few merchants, amounts, orders and days, so that much coincides. */
    private static List<Statement> randomStatements(Random random) {
        var statements = new ArrayList<Statement>();
        var subjects = List.of("Your receipt", "Order confirmed", "It is on its way", "Invoice for May");
        for (int i = 1; i <= 40; i++) {
            var mail = mail(i).merchant(List.of("Shop", "Shop Inc.", "Other", "PayPal", "SHOP BERLIN")
                            .get(random.nextInt(5)))
                    .at(LocalDateTime.of(2026, 1, 1 + random.nextInt(28), random.nextInt(24), random.nextInt(3)))
                    .subject(subjects.get(random.nextInt(4)))
                    .kind(KINDS.get(random.nextInt(KINDS.size())))
                    .currency(random.nextInt(5) == 0 ? "USD" : "EUR")
                    .status(STATUSES.get(random.nextInt(STATUSES.size())));
            mail.amount(List.of("10", "10.00", "25", "35", "5").get(random.nextInt(5)));
            if (random.nextInt(4) == 0) {
                mail.noAmount();
            }
            if (random.nextBoolean()) {
                mail.order(List.of("A1", "a-1", "ORDER-12345678", "99").get(random.nextInt(4)));
            }
            if (random.nextInt(10) == 0) {
                mail.byHand();
            }
            var facts = mail.facts();
            statements.add(mail.statement());
            if (random.nextInt(6) == 0) {
                statements.add(new Statement(statements.getLast().message(), 1, facts, false));
            }
        }
        return statements;
    }

    @Test
    void fiveThousandMailsMergeInATwinkling() {
        var random = new Random(1);
        var statements = new ArrayList<Statement>();
        for (int i = 1; i <= 5000; i++) {
            var mail = mail(i).merchant("Shop " + random.nextInt(200))
                    .amount(BigDecimal.valueOf(500 + random.nextInt(5000), 2).toString())
                    .kind(KINDS.get(random.nextInt(4)))
                    .at(LocalDateTime.of(2025, 1, 1, 0, 0).plusHours(random.nextInt(9000)));
            statements.add((random.nextBoolean() ? mail.order("N" + random.nextInt(2000)) : mail).statement());
        }
        merger.merge(statements);
        long begin = System.nanoTime();
        merger.merge(statements);
        assertThat((System.nanoTime() - begin) / 1_000_000).as("milliseconds").isLessThan(500);
    }

    @Test
    void alikeMailByTheThousandsIsLinearWork() {
        var statements = new ArrayList<Statement>();
        for (int i = 1; i <= 50_000; i++) {
            var mail = mail(i).kind(i % 2 == 0 ? ORDER : RECEIPT).subject("s" + i);
            statements.add((i % 3 == 0 ? mail.order("N1") : mail).statement());
        }
        long begin = System.nanoTime();
        var ledger = merger.merge(statements);
        assertThat(ledger.receipts()).isNotEmpty();
        assertThat((System.nanoTime() - begin) / 1_000_000).as("milliseconds").isLessThan(8000);
    }
}
