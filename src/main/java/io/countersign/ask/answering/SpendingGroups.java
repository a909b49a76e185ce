package io.countersign.ask.answering;

import io.countersign.ask.reading.Asking.Group;
import io.countersign.money.Receipt;
import io.countersign.shared.text.OneLine;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Divides what was spent by shop, category or month; the largest part of each currency comes first. */
final class SpendingGroups {
    private final Desks desks;
    private final Speech speech;

    SpendingGroups(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    private record Part(String currency, String name) {}

    private record Sum(Part part, BigDecimal total, List<Receipt> receipts) {}

    List<Line> of(List<Receipt> receipts, Optional<Group> group) {
        var parts = new LinkedHashMap<Part, List<Receipt>>();
        receipts.forEach(receipt -> parts.computeIfAbsent(
                        new Part(receipt.currency(), name(receipt, group.orElse(Group.MERCHANT))),
                        _ -> new ArrayList<>())
                .add(receipt));
        return parts.entrySet().stream()
                .map(entry -> new Sum(
                        entry.getKey(),
                        SpendingAnswer.sum(
                                entry.getValue().stream().map(Receipt::amount).toList()),
                        entry.getValue()))
                .sorted(order(group))
                .map(this::line)
                .toList();
    }

    private static Comparator<Sum> order(Optional<Group> group) {
        var largestFirst = Comparator.comparing(Sum::total).reversed();
        var newestFirst = Comparator.comparing(
                        (Sum sum) -> sum.receipts().getFirst().date())
                .reversed();
        return Comparator.comparing((Sum sum) -> sum.part().currency())
                .thenComparing(group.filter(Group.MONTH::equals).isPresent() ? newestFirst : largestFirst);
    }

    private String name(Receipt receipt, Group group) {
        return switch (group) {
            case CATEGORY -> speech.say("money.category." + receipt.category());
            case MONTH -> speech.month(YearMonth.from(receipt.date()));
            case WEEKDAY -> speech.weekday(receipt.date().getDayOfWeek());
            case MERCHANT, SENDER -> OneLine.of(receipt.merchant());
        };
    }

    private Line line(Sum sum) {
        var newest = sum.receipts().getFirst();
        return new Line(
                newest.date().atStartOfDay(desks.zone()).toInstant(),
                speech.day(newest.date()),
                speech.say(
                        "ask.part",
                        sum.part().name(),
                        speech.money(sum.total(), sum.part().currency()),
                        speech.number(sum.receipts().size())),
                List.of(newest.leading().message()));
    }
}
