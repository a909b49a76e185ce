package io.countersign.money;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says in one receipt what several mails say of a charge. */
final class ReceiptWriter {
    private static final Comparator<Claim> TELLS_MOST = Comparator.<Claim, Boolean>comparing(
                    claim -> claim.statement().byHand())
            .thenComparingInt(claim -> rank(claim.kind()))
            .thenComparing(claim -> !claim.order().isEmpty())
            .thenComparing(claim -> claim.statement().facts().date().isPresent())
            .thenComparingDouble(claim -> claim.statement().facts().confidence())
            .thenComparing(Claim.ORDER.reversed());

    private final Function<String, MerchantKey> keys;
    private final SpendingCategories categories;

    ReceiptWriter(Function<String, MerchantKey> keys, SpendingCategories categories) {
        this.keys = keys;
        this.categories = categories;
    }

    Receipt receipt(Charge charge) {
        var claims = charge.claims().stream().sorted(Claim.ORDER).toList();
        var leading = claims.stream()
                .filter(claim -> claim.hasMoney() && claim.amount().compareTo(charge.amount()) == 0)
                .max(TELLS_MOST)
                .orElseThrow();
        var facts = leading.statement().facts();
        var statements = Stream.concat(Stream.of(leading), claims.stream().filter(claim -> !claim.equals(leading)))
                .map(Claim::statement)
                .toList();
        var amount = facts.amount().orElseThrow();
        return new Receipt(
                facts.merchant(),
                leading.flow() == Claim.Flow.RETURNED ? amount.abs().negate() : amount,
                leading.currency(),
                date(leading, claims),
                facts.kind(),
                leading.statement().byHand() ? facts.status() : status(claims),
                facts.orderId().or(() -> firstOrderId(statements)),
                categories.of(keys.apply(facts.merchant()), subjects(statements)),
                facts.confidence(),
                statements);
    }

    private static LocalDate date(Claim leading, List<Claim> claims) {
        return leading.statement()
                .facts()
                .date()
                .or(() -> claims.stream()
                        .flatMap(claim -> claim.statement().facts().date().stream())
                        .min(Comparator.naturalOrder()))
                .orElse(leading.date());
    }

    /** What the mails say one after another: a cancellation counts until money moves, and what has moved is not pending. */
    private static ChargeStatus status(List<Claim> claims) {
        var status = ChargeStatus.PENDING;
        for (var claim : (Iterable<Claim>)
                claims.stream().sorted(Comparator.comparing(Claim::receivedAt).thenComparing(Claim.ORDER))::iterator) {
            boolean revives =
                    claim.status() == ChargeStatus.CHARGED && (status == ChargeStatus.PENDING || claim.hasMoney());
            if (claim.status() == ChargeStatus.CANCELLED || revives) {
                status = claim.status();
            }
        }
        return status;
    }

    private static Optional<String> firstOrderId(List<Statement> statements) {
        return statements.stream()
                .map(Statement::facts)
                .map(ReceiptFacts::orderId)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> subjects(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement.message().envelope().subject())
                .toList();
    }

    private static int rank(ReceiptKind kind) {
        return switch (kind) {
            case RECEIPT, REFUND, INCOME -> 4;
            case SUBSCRIPTION -> 3;
            case INVOICE -> 2;
            case ORDER -> 1;
            case BANK_ALERT -> 0;
        };
    }
}
