package io.countersign.money;

import static io.countersign.mail.ReceiptKind.ORDER;
import static io.countersign.mail.ReceiptKind.RECEIPT;
import static io.countersign.mail.ReceiptKind.REFUND;
import static io.countersign.money.Charges.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.shared.CpuTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the mails say and in whatever order they come, and however many they are. */
class ReceiptMergerPropertyTest {
    private static final List<ReceiptKind> KINDS = List.of(ReceiptKind.values());
    private static final List<ChargeStatus> STATUSES = List.of(ChargeStatus.values());
    private final MerchantKeys keys = MerchantKeys.load();
    private final ReceiptMerger merger = new ReceiptMerger(keys, SpendingCategories.load(keys), ZoneOffset.UTC);

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
                                            && statement.facts().currency().equals(Optional.of(currency)))))
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
        assertThat(CpuTime.of(() -> merger.merge(statements))).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void alikeMailByTheThousandsIsLinearWork() {
        var statements = new ArrayList<Statement>();
        for (int i = 1; i <= 50_000; i++) {
            var mail = mail(i).kind(i % 2 == 0 ? ORDER : RECEIPT).subject("s" + i);
            statements.add((i % 3 == 0 ? mail.order("N1") : mail).statement());
        }
        var took =
                CpuTime.of(() -> assertThat(merger.merge(statements).receipts()).isNotEmpty());
        assertThat(took).isLessThan(Duration.ofSeconds(8));
    }
}
