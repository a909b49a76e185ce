package io.countersign.money.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcReceiptMails;
import io.countersign.money.MoneyService;
import io.countersign.money.jdbc.JdbcDuplicateAnswers;
import io.countersign.shared.cli.Output;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the money commands print, field by field. */
class MoneyCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database = TestDatabases.h2();
    private final Clock clock = Clock.fixed(TestMail.NOON, ZoneOffset.UTC);
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final MoneyService money = new MoneyService(
            new MoneyService.Books(
                    new JdbcReceiptMails(database, messages, clock),
                    messages,
                    new JdbcDuplicateAnswers(database, "me", clock),
                    database),
            clock);
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void storeMail() {
        store(1, "Uber", "12.5", "EUR", ReceiptKind.ORDER, "A-1");
        store(2, "Uber", "12.50", "EUR", ReceiptKind.RECEIPT, "A-1");
        store(3, "REWE Markt GmbH", "30", "EUR", ReceiptKind.RECEIPT, "");
        store(4, "REWE Markt", "30.00", "EUR", ReceiptKind.RECEIPT, "");
        store(5, "Yodobashi", "4000", "JPY", ReceiptKind.RECEIPT, "");
        store(6, "Uber", "-2.5", "EUR", ReceiptKind.REFUND, "A-1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void store(long id, String merchant, String amount, String currency, ReceiptKind kind, String order) {
        var facts = new ReceiptFacts(
                merchant,
                Optional.of(new BigDecimal(amount)),
                Optional.of(currency),
                Optional.of(LocalDate.of(2026, 2, 20 + (int) id)),
                kind,
                ChargeStatus.CHARGED,
                Optional.of(order).filter(text -> !text.isEmpty()),
                "text: Total",
                0.9);
        var message =
                TestMail.message(id).withUnderstanding(Understanding.unknown().withReceipts(List.of(facts)));
        new JdbcMailStore(database).insert(List.of(TestMail.stored(message)));
    }

    private Output output(boolean json) {
        return new Output(new PrintWriter(out), new PrintWriter(new StringWriter()), () -> json, false);
    }

    private List<JsonNode> json(Object command, Output output, String... arguments) {
        assertThat(new CommandLine(command)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments))
                .isZero();
        output.flush();
        return out.toString().lines().map(MoneyCommandsTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Test
    void receiptsCarryTheMailThatStatesThemAndAllOthers() {
        var output = output(true);
        var receipts = json(new ReceiptsCommand(() -> money, output), output);

        assertThat(receipts).hasSize(5);
        assertThat(receipts.getFirst().toString())
                .isEqualTo("{\"date\":\"2026-02-26\",\"merchant\":\"Uber\",\"amount\":\"-2.50\",\"currency\":\"EUR\","
                        + "\"kind\":\"refund\",\"status\":\"charged\",\"orderId\":\"A-1\","
                        + "\"messageId\":\"<m6@example.org>\",\"messageIds\":[\"<m6@example.org>\"],"
                        + "\"subject\":\"subject of m6@example.org\",\"category\":\"transport\",\"confidence\":0.9}");
        assertThat(receipts.getLast().get("messageIds").toString())
                .isEqualTo("[\"<m2@example.org>\",\"<m1@example.org>\"]");
        assertThat(receipts.get(1).get("amount").asText()).isEqualTo("4000");
        assertThat(receipts.get(1).get("orderId").isNull()).isTrue();
    }

    @Test
    void bothEndsOfTheTimeAreIncluded() {
        var output = output(true);
        assertThat(json(new ReceiptsCommand(() -> money, output), output, "--from", "2026-02-23", "--to", "2026-02-24"))
                .hasSize(2);
    }

    @Test
    void duplicatesAreWholeReceiptsWithReasonsUntilAPersonSaysNo() {
        var output = output(true);
        var command = new DuplicatesCommand(() -> money, reason -> reason.key(), output);
        var pairs = json(command, output);

        assertThat(pairs).hasSize(1);
        assertThat(pairs.getFirst().get("merchant").asText()).isEqualTo("REWE Markt GmbH");
        assertThat(pairs.getFirst().get("amount").asText()).isEqualTo("30.00");
        assertThat(pairs.getFirst().get("daysApart").asInt()).isEqualTo(1);
        assertThat(pairs.getFirst().get("earlier").get("messageId").asText()).isEqualTo("<m3@example.org>");
        assertThat(pairs.getFirst().get("later").get("messageId").asText()).isEqualTo("<m4@example.org>");
        assertThat(pairs.getFirst().get("reasons")).isNotEmpty();

        money.answer(money.duplicates(7).getFirst(), false);
        out.getBuffer().setLength(0);
        assertThat(json(command, output)).isEmpty();
    }

    @Test
    void spendingIsOneObjectForEachCurrency() {
        var output = output(true);
        var totals = json(new SpendingCommand(() -> money, output), output, "--by", "merchant");

        assertThat(totals).hasSize(2);
        assertThat(totals.getFirst().toString())
                .isEqualTo("{\"currency\":\"EUR\",\"total\":\"70.00\",\"count\":4,\"average\":\"17.50\","
                        + "\"byMonth\":{\"2026-02\":\"70.00\"},"
                        + "\"byMerchant\":{\"REWE Markt\":\"60.00\",\"Uber\":\"10.00\"},"
                        + "\"byCategory\":{\"groceries\":\"60.00\",\"transport\":\"10.00\"},"
                        + "\"pending\":\"0.00\",\"cancelled\":\"0.00\",\"income\":\"0.00\"}");
        assertThat(totals.getLast().get("total").asText()).isEqualTo("4000");
    }

    @Test
    void peopleGetTables() {
        var output = output(false);
        new CommandLine(new SpendingCommand(() -> money, output)).execute("--by", "CATEGORY");
        new CommandLine(new ReceiptsCommand(() -> money, output)).execute();
        new CommandLine(new DuplicatesCommand(() -> money, _ -> "Because.", output)).execute();
        output.flush();

        assertThat(out.toString()).contains("groceries", "60.00", "REWE Markt", "Because.", "JPY", "all");
    }
}
