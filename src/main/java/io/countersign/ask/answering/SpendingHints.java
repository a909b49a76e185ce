package io.countersign.ask.answering;

import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Intent.Spending;
import io.countersign.ask.reading.Mention;
import io.countersign.ask.reading.Narrowing;
import io.countersign.money.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes a word for the category it is a kind of where no receipt has the word itself: {@code train} for travel. */
final class SpendingHints {
    private final List<Set<String>> names;

    SpendingHints(List<Receipt> receipts) {
        this.names = receipts.stream()
                .map(SpendingAnswer::names)
                .map(NameFilter::words)
                .toList();
    }

    /** The same question with categories for such words. */
    Spending applied(Spending asked) {
        var by = asked.by();
        var mentions = new ArrayList<Mention>();
        var spend = new HashSet<>(by.values("spend"));
        for (var mention : by.mentions()) {
            if (mention.hint().isPresent() && names.stream().noneMatch(words -> NameFilter.isMeant(mention, words))) {
                spend.add(mention.hint().get());
            } else {
                mentions.add(mention);
            }
        }
        var values = new HashMap<>(by.values());
        values.put("spend", Set.copyOf(spend));
        var asking = asked.asking();
        return new Spending(
                new Asking(
                        asking.kind(),
                        asking.pick(),
                        asking.group(),
                        new Narrowing(by.period(), mentions, by.except(), values, by.past())),
                asked.sort());
    }
}
