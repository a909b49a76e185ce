package io.countersign.money.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.money.DuplicatePair;
import io.countersign.money.Figure;
import io.countersign.money.Receipt;
import io.countersign.money.Spending;
import io.countersign.shared.cli.Output;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;

/** Money as the commands print it; field names are a contract. Amounts are decimal strings. */
final class MoneyJson {
    private static final int USUAL_DIGITS = 2;

    private MoneyJson() {}

    static ObjectNode of(Receipt receipt) {
        var node = Output.object();
        node.put("date", receipt.date().toString());
        node.put("merchant", receipt.merchant());
        node.put("amount", amount(receipt.amount(), receipt.currency()));
        node.put("currency", receipt.currency());
        node.put("kind", receipt.kind().id());
        node.put("status", receipt.status().id());
        node.put("orderId", receipt.orderId().orElse(null));
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
    static ObjectNode of(DuplicatePair pair, Function<DuplicatePair.Reason, String> words) {
        var earlier = pair.earlier();
        var node = Output.object();
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

    static ObjectNode of(Spending.Currency currency) {
        var code = currency.code();
        var node = Output.object();
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
        var node = Output.object();
        figures.forEach((key, figure) -> node.put(key.toString(), amount(figure.total(), code)));
        return node;
    }

    /** Exact, with as many digits as the currency has, more where the amount has more. */
    static String amount(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() <= digits(currency)
                ? amount.setScale(digits(currency)).toPlainString()
                : amount.stripTrailingZeros().toPlainString();
    }

    private static int digits(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .mapToInt(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .findFirst()
                .orElse(USUAL_DIGITS);
    }
}
