package io.countersign.money;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement with what merging compares.
 *
 * @param merchant its key; empty when unknown
 * @param order the normalised order id; empty when there is none
 * @param date the day of the purchase, else of the mail
 */
record Claim(Statement statement, String merchant, String order, LocalDate date, Flow flow) {
    /** A total order, so that the result of merging does not depend on the order in which mail was read. */
    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::date)
            .thenComparing(Claim::receivedAt)
            .thenComparingLong(claim -> claim.statement().message().id())
            .thenComparingInt(claim -> claim.statement().ordinal());

    /** Where money goes; charges of different flows are never one. */
    enum Flow {
        SPENT,
        RETURNED,
        EARNED
    }

    static Claim of(Statement statement, Function<String, MerchantKey> keys, ZoneId zone) {
        var facts = statement.facts();
        var day = LocalDate.ofInstant(statement.message().envelope().receivedAt(), zone);
        return new Claim(
                statement,
                keys.apply(facts.merchant()).text(),
                facts.orderId().map(OrderIds::normalise).orElse(""),
                facts.date().orElse(day),
                flow(facts.kind(), facts.amount()));
    }

    private static Flow flow(ReceiptKind kind, Optional<BigDecimal> amount) {
        if (kind == ReceiptKind.INCOME) {
            return Flow.EARNED;
        }
        boolean negative = amount.map(value -> value.signum() < 0).orElse(false);
        return kind == ReceiptKind.REFUND || negative ? Flow.RETURNED : Flow.SPENT;
    }

    /** True when it says how much of which money. */
    boolean hasMoney() {
        return statement.facts().amount().isPresent()
                && statement.facts().currency().isPresent();
    }

    /** The amount; negative where money came back. */
    BigDecimal amount() {
        var amount = statement.facts().amount().orElseThrow().stripTrailingZeros();
        return flow == Flow.RETURNED ? amount.abs().negate() : amount;
    }

    String currency() {
        return statement.facts().currency().orElseThrow();
    }

    ReceiptKind kind() {
        return statement.facts().kind();
    }

    ChargeStatus status() {
        return statement.facts().status();
    }

    Instant receivedAt() {
        return statement.message().envelope().receivedAt();
    }

    long daysTo(Claim other) {
        return Math.abs(ChronoUnit.DAYS.between(date, other.date));
    }

    Duration timeTo(Claim other) {
        return Duration.between(receivedAt(), other.receivedAt()).abs();
    }
}
