package io.countersign.money.extraction;

import java.math.BigDecimal;

/** An amount of one currency; {@code currency} is an ISO 4217 code, empty where the mail does not say which. */
record Money(BigDecimal amount, String currency) {

    boolean isZero() {
        return amount.signum() == 0;
    }

    Money abs() {
        return new Money(amount.abs(), currency);
    }

    boolean sameAs(Money other) {
        return amount.compareTo(other.amount) == 0 && currency.equals(other.currency);
    }
}
