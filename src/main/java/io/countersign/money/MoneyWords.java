package io.countersign.money;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;

/** Everything the data files under {@code money/} know, read once. Immutable and thread-safe. */
record MoneyWords(
        AmountParser amounts,
        Labels labels,
        IdFinder ids,
        DateFinder dates,
        ChargeSigns signs,
        MerchantFinder merchants) {

    /** A broken file throws {@code CountersignException.Invalid}. */
    static MoneyWords fromResources() {
        return new MoneyWords(
                AmountParser.fromResources(),
                new Labels(file("labels.txt")),
                new IdFinder(file("ids.txt")),
                new DateFinder(file("dates.txt"), CalendarWords.with(file("calendar.txt"))),
                new ChargeSigns(file("signs.txt")),
                new MerchantFinder(new Relays(file("merchants.txt"))));
    }

    private static DataFile file(String name) {
        return DataFile.resource("money", name);
    }
}
