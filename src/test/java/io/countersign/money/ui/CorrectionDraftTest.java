package io.countersign.money.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.ui.CorrectionDraft.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionDraftTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static CorrectionDraft draft(String amount, String currency, ReceiptKind kind) {
        return new CorrectionDraft(
                "Kaffeewerk", amount, currency, Optional.of(TODAY), kind, ChargeStatus.CHARGED, " 5521 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,084.00|en-US|1084.00",
                "1.084,00|de-DE|1084.00",
                "1.084|de-DE|1084",
                "12.34|de-DE|12.34",
                "12,34|en-US|12.34",
                "1’084.50|de-CH|1084.50",
                "1 084,50|fr-FR|1084.50",
                "1'084.50|de-CH|1084.50",
                "−18.50|en-US|-18.50",
                "7|pl-PL|7"
            })
    void amountsAreReadAsTheLocaleWritesThem(String typed, String locale, BigDecimal amount) {
        assertThat(TypedAmount.read(typed, Locale.forLanguageTag(locale)))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @CsvSource({"twelve", "1.2.3", "''", "12 EUR", "--5", "1e9", "NaN", "99999999999999999999999999999999999999999"})
    void whatIsNoAmountIsNotGuessed(String typed) {
        assertThat(TypedAmount.read(typed, Locale.US)).isEmpty();
    }

    @Test
    void goodCorrectionBecomesFactsThatAPersonVouchesFor() {
        var facts = draft("12.50", "eur", ReceiptKind.RECEIPT)
                .check(Locale.US, TODAY)
                .facts()
                .orElseThrow();
        assertThat(facts.amount()).contains(new BigDecimal("12.50"));
        assertThat(facts.currency()).contains("EUR");
        assertThat(facts.orderId()).contains("5521");
        assertThat(facts.confidence()).isEqualTo(1);
    }

    @Test
    void refundIsNegativeHoweverItIsTyped() {
        for (var typed : new String[] {"18.50", "-18.50"}) {
            assertThat(draft(typed, "EUR", ReceiptKind.REFUND)
                            .check(Locale.US, TODAY)
                            .facts()
                            .orElseThrow()
                            .amount())
                    .contains(new BigDecimal("-18.50"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12.505, EUR, AMOUNT, amount.digits",
        "12.5, JPY, AMOUNT, amount.digits",
        "12, XYZ, CURRENCY, currency",
        "12, '', CURRENCY, currency",
        "2000000000, EUR, AMOUNT, amount.absurd",
        "abc, EUR, AMOUNT, amount"
    })
    void whatIsWrongIsSaidAtItsField(String amount, String currency, Field field, String problem) {
        var checked = draft(amount, currency, ReceiptKind.RECEIPT).check(Locale.US, TODAY);
        assertThat(checked.problems()).containsEntry(field, problem);
        assertThat(checked.facts()).isEmpty();
    }

    @Test
    void merchantAndDayAreNeeded() {
        var draft = new CorrectionDraft(
                " ", "1", "EUR", Optional.of(TODAY.plusYears(3)), ReceiptKind.RECEIPT, ChargeStatus.CHARGED, "");
        assertThat(draft.check(Locale.US, TODAY).problems()).containsOnlyKeys(Field.MERCHANT, Field.DATE);
    }

    @Test
    void threeDecimalsAreGoodWhereTheCurrencyHasThem() {
        assertThat(draft("12.505", "KWD", ReceiptKind.RECEIPT)
                        .check(Locale.US, TODAY)
                        .facts())
                .isPresent();
    }
}
