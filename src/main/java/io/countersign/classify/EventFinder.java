package io.countersign.classify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Works out when an announced event begins: from the calendar part, else from one unambiguous date with a time. */
public final class EventFinder {
    private static final int MAX_CALENDAR = 200_000;
    private static final int MAX_TEXT = 8_000;
    private static final int MAX_DAYS = 400;

    private final CalendarWords words;

    public EventFinder(CalendarWords words) {
        this.words = words;
    }

    /** The DTSTART of the first event; empty for cancelled ones and for zones that nobody knows. */
    public Optional<Instant> inCalendar(String calendar) {
        var bounded = calendar.length() > MAX_CALENDAR ? calendar.substring(0, MAX_CALENDAR) : calendar;
        var unfolded = bounded.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
        if (unfolded.contains("METHOD:CANCEL")) {
            return Optional.empty();
        }
        int event = unfolded.indexOf("BEGIN:VEVENT");
        int start = event < 0 ? -1 : unfolded.indexOf("\nDTSTART", event);
        if (start < 0) {
            return Optional.empty();
        }
        int lineEnd = unfolded.indexOf('\n', start + 1);
        return beginning(unfolded.substring(start + 1, lineEnd < 0 ? unfolded.length() : lineEnd)
                .strip());
    }

    /** The moment in an unfolded DTSTART line; empty when it is no moment or in a zone that nobody knows. */
    public Optional<Instant> beginning(String line) {
        int colon = line.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var moment = line.substring(colon + 1).strip();
        var zone = zone(line.substring(0, colon));
        try {
            if (moment.length() == 8) {
                return Optional.of(day(moment).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            if (moment.length() < 15 || moment.charAt(8) != 'T') {
                return Optional.empty();
            }
            var local = LocalDateTime.of(day(moment), time(moment));
            return moment.endsWith("Z")
                    ? Optional.of(local.toInstant(ZoneOffset.UTC))
                    : zone.map(known -> local.atZone(known).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String moment) {
        return LocalDate.of(
                Integer.parseInt(moment.substring(0, 4)),
                Integer.parseInt(moment.substring(4, 6)),
                Integer.parseInt(moment.substring(6, 8)));
    }

    private static LocalTime time(String moment) {
        return LocalTime.of(Integer.parseInt(moment.substring(9, 11)), Integer.parseInt(moment.substring(11, 13)));
    }

    /** Without TZID the time floats: UTC, as everywhere where nothing is stated. */
    private Optional<ZoneId> zone(String parameters) {
        int at = parameters.toUpperCase(Locale.ROOT).indexOf("TZID=");
        if (at < 0) {
            return Optional.of(ZoneOffset.UTC);
        }
        var name = parameters.substring(at + 5).replace("\"", "");
        int end = name.indexOf(';');
        return words.zone(end < 0 ? name : name.substring(0, end));
    }

    /** The one date with a time that the mail names; empty when it names none or several. */
    public Optional<Instant> inText(String subject, String text, Instant sent) {
        var moments = new HashSet<Instant>();
        collect(subject, sent, moments);
        collect(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, sent, moments);
        // a time that is over still makes the mail ambiguous
        return moments.size() == 1
                ? moments.stream().filter(moment -> moment.isAfter(sent)).findFirst()
                : Optional.empty();
    }

    private void collect(String text, Instant sent, Set<Instant> moments) {
        var reader = new DateReader(words, sent.atZone(ZoneOffset.UTC).toLocalDate());
        int at = 0;
        while (at < text.length() && moments.size() < 2) {
            if (!beginsWord(text, at)) {
                at++;
                continue;
            }
            var found = mayBeginDate(text, at) ? reader.date(text, at) : Optional.<DateReader.Found>empty();
            var clock = found.flatMap(date -> reader.time(text, date.end()));
            if (found.isPresent() && clock.isPresent()) {
                add(found.get().date(), clock.get(), sent, moments);
                at = found.get().end();
            } else {
                at = wordEnd(text, at);
            }
        }
    }

    private static void add(LocalDate date, DateReader.Clock clock, Instant sent, Set<Instant> moments) {
        var moment = date.atTime(clock.time())
                .atZone(clock.zone().orElse(ZoneOffset.UTC))
                .toInstant();
        if (moment.isAfter(sent.minusSeconds(86_400)) && moment.isBefore(sent.plusSeconds(MAX_DAYS * 86_400L))) {
            moments.add(moment);
        }
    }

    private boolean mayBeginDate(String text, int at) {
        if (Character.isDigit(text.charAt(at))) {
            return true;
        }
        int end = wordEnd(text, at);
        if (end - at > 12) {
            return false;
        }
        var word = text.substring(at, end).toLowerCase(Locale.ROOT);
        return words.month(word).isPresent()
                || words.weekday(word).isPresent()
                || words.day(word).isPresent();
    }

    private static boolean beginsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return Math.max(at, from + 1);
    }
}
