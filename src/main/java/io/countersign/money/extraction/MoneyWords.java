package io.countersign.money.extraction;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;
import io.countersign.classify.DomainLists;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything the data files under {@code money/} know, read once. Immutable and thread-safe. */
record MoneyWords(
        AmountParser amounts,
        Labels labels,
        IdFinder ids,
        DateFinder dates,
        ChargeSigns signs,
        MerchantFinder merchants,
        Set<String> mailProviders) {

    private static final String LABELS = "labels.txt";
    private static final String IDS = "ids.txt";
    private static final String DATES = "dates.txt";
    private static final String CALENDAR = "calendar.txt";
    private static final String SIGNS = "signs.txt";
    private static final String MERCHANTS = "payees.txt";

    /** The files on the class path that hold all this. */
    static List<String> dataFiles() {
        return Stream.of(AmountParser.CURRENCIES, LABELS, IDS, DATES, CALENDAR, SIGNS, MERCHANTS)
                .map(name -> "/money/" + name)
                .toList();
    }

    /** A broken file throws {@code CountersignException.Invalid}. */
    static MoneyWords fromResources() {
        return new MoneyWords(
                AmountParser.fromResources(),
                new Labels(file(LABELS)),
                new IdFinder(file(IDS)),
                new DateFinder(file(DATES), CalendarWords.with(file(CALENDAR))),
                new ChargeSigns(file(SIGNS)),
                new MerchantFinder(new Relays(file(MERCHANTS))),
                DomainLists.load().list("freemail"));
    }

    private static DataFile file(String name) {
        return DataFile.resource("money", name);
    }
}
