package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person typed about a charge, not checked yet. */
record CorrectionDraft(
        String merchant,
        String amount,
        String currency,
        Optional<LocalDate> date,
        ReceiptKind kind,
        ChargeStatus status,
        String orderId) {
    private static final int LONGEST = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final BigDecimal ABSURD = BigDecimal.valueOf(1_000_000_000);

    /** What can be wrong. */
    enum Field {
        MERCHANT,
        AMOUNT,
        CURRENCY,
        DATE
    }

    /**
     * The outcome of the check.
     *
     * @param problems text keys below {@code money.wrong}, by the field they belong to
     * @param facts empty when there are problems
     */
    record Checked(Map<Field, String> problems, Optional<ReceiptFacts> facts) {
        Checked {
            problems = Map.copyOf(problems);
        }
    }

    /** Checks it; amounts are read as {@code locale} writes them, or with a point. */
    Checked check(Locale locale, LocalDate today) {
        var problems = new EnumMap<Field, String>(Field.class);
        if (merchant.isBlank() || merchant.strip().length() > LONGEST) {
            problems.put(Field.MERCHANT, "merchant");
        }
        var code = currency.strip().toUpperCase(Locale.ROOT);
        var known = currencyOf(code);
        if (known.isEmpty()) {
            problems.put(Field.CURRENCY, "currency");
        }
        var typed = TypedAmount.read(amount, locale);
        amountProblem(typed, known).ifPresent(problem -> problems.put(Field.AMOUNT, problem));
        if (date.filter(d -> !d.isBefore(FIRST_DAY) && !d.isAfter(today.plusYears(1)))
                .isEmpty()) {
            problems.put(Field.DATE, "date");
        }
        return problems.isEmpty()
                ? new Checked(Map.of(), Optional.of(facts(code, signed(typed.orElseThrow()))))
                : new Checked(problems, Optional.empty());
    }

    private static Optional<String> amountProblem(Optional<BigDecimal> typed, Optional<Currency> currency) {
        if (typed.isEmpty()) {
            return Optional.of("amount");
        }
        var amount = typed.get();
        if (amount.abs().compareTo(ABSURD) >= 0) {
            return Optional.of("amount.absurd");
        }
        int digits =
                Math.max(0, currency.map(Currency::getDefaultFractionDigits).orElse(2));
        return amount.stripTrailingZeros().scale() > digits ? Optional.of("amount.digits") : Optional.empty();
    }

    // Money that came back is negative, however the person typed it.
    private BigDecimal signed(BigDecimal typed) {
        return kind == ReceiptKind.REFUND ? typed.abs().negate() : typed;
    }

    private ReceiptFacts facts(String code, BigDecimal value) {
        return new ReceiptFacts(
                merchant.strip(),
                Optional.of(value),
                Optional.of(code),
                date,
                kind,
                status,
                Optional.of(orderId.strip()).filter(id -> !id.isEmpty()),
                "said by hand",
                1);
    }

    private static Optional<Currency> currencyOf(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code))
                .findFirst();
    }
}
