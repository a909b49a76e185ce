package io.countersign.money.extraction;

import io.countersign.money.extraction.IdFinder.ChargeId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses what was charged among the amounts of a mail; abstains where that stays open. Immutable. */
final class TotalFinder {
    private static final int SURE = 80;
    private static final int PAID = 95;
    private static final int DUE = 88;
    private static final int ASIDE = 30;
    private static final int TOPIC = 20;
    private static final int BARE = 5;
    private static final int MOST_CHARGES = 25;

    private TotalFinder() {}

    /**
     * What a sheet says.
     *
     * @param free the mail says that nothing was to be paid
     * @param charges in the order of the sheet; none where nothing is labelled
     */
    record Result(boolean free, List<Charge> charges) {
        static final Result NOTHING = new Result(false, List.of());
    }

    /** The charges of one sheet; {@code about} are words (folded) whose labels count more, like "refund". */
    static Result find(List<LabelledAmount> amounts, List<ChargeId> ids, List<String> about, int sheet) {
        var totals = amounts.stream().filter(LabelledAmount::isTotal).toList();
        if (totals.isEmpty()) {
            return Result.NOTHING;
        }
        var several = several(totals, ids, about, sheet);
        if (several.size() > 1) {
            return new Result(false, several);
        }
        var paid = totals.stream().filter(amount -> amount.weight() >= PAID).toList();
        boolean due = totals.stream()
                .anyMatch(amount -> amount.weight() == DUE && !amount.money().isZero());
        boolean free = !due
                && !paid.isEmpty()
                && paid.stream().allMatch(amount -> amount.money().isZero());
        if (free || totals.stream().allMatch(amount -> amount.money().isZero())) {
            return new Result(true, List.of());
        }
        return new Result(
                false, pick(totals, about, main(ids), sheet, amounts).stream().toList());
    }

    /** One charge for each order, where orders that are told apart have totals with the same label. */
    private static List<Charge> several(
            List<LabelledAmount> totals, List<ChargeId> ids, List<String> about, int sheet) {
        for (var kind : List.of("order", "booking", "transaction", "invoice")) {
            var mentions =
                    ids.stream().filter(id -> id.kind().name().equals(kind)).toList();
            if (mentions.stream().map(ChargeId::value).distinct().limit(2).count() < 2) {
                continue;
            }
            var groups = new LinkedHashMap<String, List<LabelledAmount>>();
            var named = new LinkedHashMap<String, ChargeId>();
            for (var total : totals) {
                preceding(mentions, total.row()).ifPresent(id -> {
                    if (total.weight() >= SURE && !total.money().isZero()) {
                        groups.computeIfAbsent(id.value(), _ -> new ArrayList<>())
                                .add(total);
                        named.put(id.value(), id);
                    }
                });
            }
            var charges = new ArrayList<Charge>();
            groups.forEach((value, group) -> pick(group, about, Optional.ofNullable(named.get(value)), sheet, group)
                    .ifPresent(charges::add));
            charges.removeIf(charge -> charge.money().isEmpty());
            if (charges.size() > 1 && charges.size() <= MOST_CHARGES && sameLabel(groups)) {
                return charges;
            }
        }
        return List.of();
    }

    private static boolean sameLabel(Map<String, List<LabelledAmount>> groups) {
        var common = groups.values().stream()
                .map(group -> group.stream()
                        .map(amount -> amount.mark().orElseThrow().phrase())
                        .toList())
                .reduce((a, b) -> a.stream().filter(b::contains).toList());
        return common.isPresent() && !common.get().isEmpty();
    }

    private static Optional<ChargeId> preceding(List<ChargeId> mentions, int row) {
        return mentions.stream().filter(id -> id.row() <= row).reduce((_, later) -> later);
    }

    static Optional<ChargeId> main(List<ChargeId> ids) {
        return ids.stream()
                .max(Comparator.comparingInt((ChargeId id) -> id.kind().rank())
                        .thenComparingInt(id -> id.kind().bare() ? 0 : 1)
                        .thenComparingInt(id -> -id.row()));
    }

    private static Optional<Charge> pick(
            List<LabelledAmount> totals,
            List<String> about,
            Optional<ChargeId> id,
            int sheet,
            List<LabelledAmount> all) {
        var real = charged(totals, about);
        if (real.isEmpty()) {
            return Optional.empty();
        }
        int best = real.stream().mapToInt(amount -> score(amount, about)).max().orElse(0);
        var most = real.stream().filter(amount -> score(amount, about) == best).toList();
        var rest = best < PAID ? stillDue(most, real, all) : List.<LabelledAmount>of();
        var top = rest.isEmpty() ? withAdded(lastOfRows(most), real, all) : rest;
        var chosen =
                onlyValue(top).or(() -> sum(top)).or(() -> mostSeen(top, all)).or(() -> oneCurrency(top, all));
        if (chosen.isEmpty()) {
            var first = top.getFirst();
            return Optional.of(new Charge(Optional.empty(), id, first.evidence(), 0.3, false, sheet, first.row()));
        }
        var amount = chosen.get();
        return Optional.of(new Charge(
                Optional.of(amount.money().abs()),
                id,
                amount.evidence(),
                confidence(amount, best),
                amount.weight() == DUE,
                sheet,
                amount.row()));
    }

    /** Without zeros, and without what was credited, where anything was charged: "Payment received -$5.00". */
    private static List<LabelledAmount> charged(List<LabelledAmount> totals, List<String> about) {
        var real = totals.stream().filter(amount -> !amount.money().isZero()).toList();
        var positive = real.stream()
                .filter(amount -> amount.money().amount().signum() > 0)
                .toList();
        boolean sure = about.isEmpty() && positive.stream().anyMatch(amount -> amount.weight() >= SURE);
        return sure ? positive : real;
    }

    /** What is left of a total, where the mail also names the part that was paid before or otherwise. */
    private static List<LabelledAmount> stillDue(
            List<LabelledAmount> totals, List<LabelledAmount> real, List<LabelledAmount> all) {
        return real.stream()
                .filter(due -> due.weight() == DUE && totals.stream().anyMatch(total -> isRest(due, total, all)))
                .toList();
    }

    /** Of several numbers behind one label, the last one, where it is the largest: net, tax and total. */
    private static List<LabelledAmount> lastOfRows(List<LabelledAmount> top) {
        return top.stream()
                .filter(amount -> top.stream()
                        .noneMatch(other -> other.row() == amount.row()
                                && top.indexOf(other) > top.indexOf(amount)
                                && other.label().startsWith(amount.label())
                                && size(other).compareTo(size(amount)) > 0))
                .toList();
    }

    /** The total that has a fee or tip on top of what was chosen, where the mail adds them up. */
    private static List<LabelledAmount> withAdded(
            List<LabelledAmount> top, List<LabelledAmount> real, List<LabelledAmount> all) {
        var larger = real.stream()
                .filter(total -> total.weight() >= SURE
                        && total.row() > top.getFirst().row()
                        && all.stream()
                                .anyMatch(added ->
                                        added.isAdded() && top.stream().allMatch(part -> isSum(total, part, added))))
                .toList();
        return larger.isEmpty() ? top : larger;
    }

    private static boolean isSum(LabelledAmount total, LabelledAmount part, LabelledAmount added) {
        return size(part).add(size(added)).compareTo(size(total)) == 0;
    }

    private static boolean isRest(LabelledAmount due, LabelledAmount total, List<LabelledAmount> all) {
        var paid = size(total).subtract(size(due));
        return paid.signum() > 0
                && all.stream()
                        .anyMatch(part -> part.weight() < DUE
                                && part.money().currency().equals(due.money().currency())
                                && size(part).compareTo(paid) == 0
                                && (part.money().amount().signum() < 0 || part.isCredit()));
    }

    private static int score(LabelledAmount amount, List<String> about) {
        var phrase = amount.mark().orElseThrow().phrase();
        boolean topical = about.stream().anyMatch(word -> Words.fold(phrase).contains(word));
        return amount.weight() + (topical ? TOPIC : 0) - (amount.aside() ? ASIDE : 0) - (amount.signed() ? 0 : BARE);
    }

    private static double confidence(LabelledAmount amount, int score) {
        double base = score >= 92 ? 0.95 : score >= SURE ? 0.9 : score >= 60 ? 0.75 : 0.6;
        return amount.signed() ? base : base - 0.15;
    }

    private static Optional<LabelledAmount> onlyValue(List<LabelledAmount> top) {
        var first = top.getFirst();
        boolean same = top.stream()
                .allMatch(amount -> amount.money().abs().sameAs(first.money().abs()));
        return same ? Optional.of(first) : Optional.empty();
    }

    /** The grand total among its parts. */
    private static Optional<LabelledAmount> sum(List<LabelledAmount> top) {
        var values = distinct(top);
        var all = values.stream().map(TotalFinder::size).reduce(BigDecimal.ZERO, BigDecimal::add);
        return values.stream()
                .max(Comparator.comparing(TotalFinder::size))
                .filter(total ->
                        values.size() > 2 && size(total).add(size(total)).compareTo(all) == 0);
    }

    private static BigDecimal size(LabelledAmount amount) {
        return amount.money().abs().amount();
    }

    /** The value that the mail repeats most often. */
    private static Optional<LabelledAmount> mostSeen(List<LabelledAmount> top, List<LabelledAmount> all) {
        LabelledAmount best = null;
        long most = 0;
        boolean tie = false;
        for (var candidate : distinct(top)) {
            long seen = all.stream()
                    .filter(amount -> amount.isTotal()
                            && amount.money().abs().sameAs(candidate.money().abs()))
                    .count();
            tie = seen == most || (seen < most && tie);
            if (seen > most) {
                most = seen;
                best = candidate;
                tie = false;
            }
        }
        return tie ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Of the same total in several currencies, the one in which the rest of the mail is. */
    private static Optional<LabelledAmount> oneCurrency(List<LabelledAmount> top, List<LabelledAmount> all) {
        var values = distinct(top);
        long currencies = values.stream()
                .map(amount -> amount.money().currency())
                .distinct()
                .count();
        if (currencies != values.size()) {
            return Optional.empty();
        }
        return values.stream()
                .max(Comparator.comparingLong(candidate -> all.stream()
                        .filter(amount -> amount.money()
                                .currency()
                                .equals(candidate.money().currency()))
                        .count()));
    }

    private static List<LabelledAmount> distinct(List<LabelledAmount> amounts) {
        var distinct = new ArrayList<LabelledAmount>();
        for (var amount : amounts) {
            if (distinct.stream()
                    .noneMatch(
                            known -> known.money().abs().sameAs(amount.money().abs()))) {
                distinct.add(amount);
            }
        }
        return distinct;
    }
}
