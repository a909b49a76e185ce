package io.countersign.classify;

import io.countersign.classify.TextScan.Lead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Works out when an offer ends: the end of the stated day, in UTC unless a zone is stated. What the subject says wins;
 * of several ends in the body the last counts, since until then something is on offer.
 */
final class ExpiryFinder {
    private static final int MAX_DAYS = 400;
    private static final int MAX_COUNTDOWN_DAYS = 31;
    private static final int MAX_HOURS = 24 * 60;

    private final CalendarWords words;

    ExpiryFinder(CalendarWords words) {
        this.words = words;
    }

    /** Empty when nothing clear is said; {@code sent} is when the mail was. */
    Optional<Instant> find(List<Lead> leads, Instant sent) {
        var inSubject = latest(leads.stream().filter(Lead::inSubject).toList(), sent);
        return inSubject.isPresent() ? inSubject : latest(leads, sent);
    }

    private Optional<Instant> latest(List<Lead> leads, Instant sent) {
        return leads.stream()
                .flatMap(lead -> end(lead, sent).stream())
                .filter(end -> !end.isBefore(sent) && end.isBefore(sent.plusSeconds(MAX_DAYS * 86_400L)))
                .max(Instant::compareTo);
    }

    private Optional<Instant> end(Lead lead, Instant sent) {
        var today = sent.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (lead.detector()) {
            case "expiry.today" -> Optional.of(endOf(today, zoneBehind(lead.text(), lead.behind())));
            case "expiry.tomorrow" -> Optional.of(endOf(today.plusDays(1), zoneBehind(lead.text(), lead.behind())));
            case "expiry.hours" -> amount(lead, MAX_HOURS).map(hours -> endOf(sent.plusSeconds(hours * 3600L)));
            case "expiry.days" -> amount(lead, MAX_COUNTDOWN_DAYS).map(days -> endOf(sent.plusSeconds(days * 86_400L)));
            default ->
                new DateReader(words, today)
                        .date(lead.text(), lead.behind())
                        .filter(found -> !found.date().isBefore(today))
                        .map(found -> endOf(found.date(), zoneBehind(lead.text(), found.end())));
        };
    }

    /** The one number inside the phrase. */
    private static Optional<Integer> amount(Lead lead, int most) {
        int at = lead.begin();
        while (at < lead.behind() && !Character.isDigit(lead.text().charAt(at))) {
            at++;
        }
        int number = 0;
        int end = at;
        while (end < lead.behind() && Character.isDigit(lead.text().charAt(end)) && end - at < 5) {
            number = number * 10 + Character.digit(lead.text().charAt(end++), 10);
        }
        return end > at && number > 0 && number <= most ? Optional.of(number) : Optional.empty();
    }

    private ZoneId zoneBehind(String text, int from) {
        int limit = Math.min(text.length(), from + 30);
        for (var word : text.substring(Math.min(from, limit), limit).split("[^A-Za-z]+", -1)) {
            var zone = words.abbreviation(word.toLowerCase(Locale.ROOT));
            if (zone.isPresent() && word.equals(word.toUpperCase(Locale.ROOT))) {
                return zone.get();
            }
        }
        return ZoneOffset.UTC;
    }

    private static Instant endOf(Instant moment) {
        return endOf(moment.atZone(ZoneOffset.UTC).toLocalDate(), ZoneOffset.UTC);
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
    }
}
