package io.countersign.classify;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words for months, days and zones in the languages of the data file. Immutable. */
public final class CalendarWords {
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Integer> weekdays = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, Integer> fillers = new HashMap<>();
    private final Map<String, ZoneId> zones = new HashMap<>();

    /** The words that detectors of job mail and offers know, and those of further files in the same format. */
    public static CalendarWords with(DataFile... further) {
        var words = new CalendarWords(DataFile.resource("calendar.txt"));
        for (var file : further) {
            words.add(file);
        }
        return words;
    }

    CalendarWords(DataFile file) {
        add(file);
    }

    private void add(DataFile file) {
        for (var section : file.sections()) {
            var title = section.name().split(" ", 2);
            section.at().require(title.length == 2, "Expected [kind value]");
            for (var line : section.lines()) {
                switch (title[0]) {
                    case "month" -> put(months, line, title[1]);
                    case "weekday" -> put(weekdays, line, title[1]);
                    case "day" -> put(days, line, title[1]);
                    case "filler" -> put(fillers, line, title[1]);
                    case "zone" -> line.words().forEach(word -> zones.put(word, zone(line, title[1])));
                    case "windows" -> zones.put(line.text().toLowerCase(Locale.ROOT), zone(line, title[1]));
                    default -> throw line.refuse("'" + title[0] + "' is not a kind of calendar word");
                }
            }
        }
    }

    Optional<Integer> month(String word) {
        return Optional.ofNullable(months.get(word));
    }

    /** 1 is Monday. */
    Optional<Integer> weekday(String word) {
        return Optional.ofNullable(weekdays.get(word));
    }

    /** Days from now: 0 for "tonight". */
    Optional<Integer> day(String word) {
        return Optional.ofNullable(days.get(word));
    }

    /** A word that may stand before a date or between date and time. */
    boolean isFiller(String word) {
        return fillers.containsKey(word);
    }

    /** A zone by abbreviation, Windows name or IANA id. */
    Optional<ZoneId> zone(String name) {
        var known = zones.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return name.indexOf('/') > 0 ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Only the abbreviations that the data file lists. */
    Optional<ZoneId> abbreviation(String word) {
        return Optional.ofNullable(zones.get(word));
    }

    private static void put(Map<String, Integer> words, DataFile.Line line, String value) {
        try {
            int number = Integer.parseInt(value);
            line.words().forEach(word -> words.put(word, number));
        } catch (NumberFormatException e) {
            throw line.refuse("'" + value + "' is not a number");
        }
    }

    private static ZoneId zone(DataFile.Line line, String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw line.refuse("'" + id + "' is not a time zone");
        }
    }
}
