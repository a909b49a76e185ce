package io.countersign.money;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/** Money as the command line and the API print it; field names are a contract. Amounts are decimal strings. */
public final class MoneyJson {
    private MoneyJson() {}

    /** A charge. */
    public static ObjectNode of(Receipt receipt) {
        var node = Json.object();
        node.put("date", receipt.date().toString());
        node.put("merchant", receipt.merchant());
        node.put("amount", amount(receipt.amount(), receipt.currency()));
        node.put("currency", receipt.currency());
        node.put("kind", receipt.kind().id());
        node.put("status", receipt.status().id());
        node.put("orderId", receipt.orderId().orElse(null));
        node.put("paymentId", receipt.leading().facts().paymentId().orElse(null));
        var envelope = receipt.leading().message().envelope();
        node.put("messageId", "<" + envelope.messageId() + ">");
        var mails = node.putArray("messageIds");
        receipt.statements().stream()
                .map(statement -> "<" + statement.message().envelope().messageId() + ">")
                .distinct()
                .forEach(mails::add);
        node.put("subject", envelope.subject());
        node.put("category", receipt.category());
        node.put("confidence", Math.round(receipt.confidence() * 1000) / 1000.0);
        return node;
    }

    /**
     * A pair.
     *
     * @param words says a reason in a sentence
     */
    public static ObjectNode of(DuplicatePair pair, Function<DuplicatePair.Reason, String> words) {
        var earlier = pair.earlier();
        var node = Json.object();
        node.put("merchant", earlier.merchant());
        node.put("amount", amount(earlier.amount(), earlier.currency()));
        node.put("currency", earlier.currency());
        node.put("daysApart", pair.daysApart());
        node.set("earlier", of(earlier));
        node.set("later", of(pair.later()));
        var reasons = node.putArray("reasons");
        pair.reasons().stream().map(words).forEach(reasons::add);
        node.put("suspicion", Math.round(pair.suspicion() * 1000) / 1000.0);
        node.put("answer", pair.answer().map(MoneyJson::answer).orElse(null));
        return node;
    }

    private static String answer(boolean duplicate) {
        return duplicate ? "duplicate" : "not";
    }

    /** What was spent in one currency. */
    public static ObjectNode of(Spending.Currency currency) {
        var code = currency.code();
        var node = Json.object();
        node.put("currency", code);
        node.put("total", amount(currency.total().total(), code));
        node.put("count", currency.total().count());
        node.put("average", amount(currency.total().average(), code));
        node.set("byMonth", amounts(currency.byMonth(), code));
        node.set("byMerchant", amounts(currency.byMerchant(), code));
        node.set("byCategory", amounts(currency.byCategory(), code));
        node.put("pending", amount(currency.pending().total(), code));
        node.put("cancelled", amount(currency.cancelled().total(), code));
        node.put("income", amount(currency.income().total(), code));
        return node;
    }

    private static ObjectNode amounts(Map<?, Figure> figures, String code) {
        var node = Json.object();
        figures.forEach((key, figure) -> node.put(key.toString(), amount(figure.total(), code)));
        return node;
    }

    /** Exact, with as many digits as the currency has, more where the amount has more. */
    public static String amount(BigDecimal amount, String currency) {
        return PlainAmount.of(amount, currency);
    }
}
