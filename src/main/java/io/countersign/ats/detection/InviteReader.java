package io.countersign.ats.detection;

import io.countersign.classify.EventFinder;
import io.countersign.mail.CalendarInvite;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;

/**
 * Reads the appointment in a calendar part: the first event, in its newest version where there are several. iCal4j only cuts
 * the text into properties; its model is never built, so that no recurrence is expanded and no time zone is fetched. A day
 * without a time begins at midnight UTC, as a time without a zone is UTC. Never throws.
 */
final class InviteReader {
    private static final int LONGEST_UID = 300;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final EventFinder events;

    InviteReader(EventFinder events) {
        this.events = events;
    }

    /** Empty when there is no event or it has no UID. */
    Optional<CalendarInvite> read(String calendar) {
        var found = new CalendarEvents();
        try {
            new CalendarParserImpl().parse(new StringReader(CalendarLines.of(calendar)), found);
        } catch (IOException | ParserException | RuntimeException e) {
            // what was read before the damage is kept
        }
        return first(found).map(event -> invite(event, found));
    }

    private static Optional<CalendarEvents.Event> first(CalendarEvents found) {
        var uid = found.events().stream()
                .map(CalendarEvents.Event::uid)
                .filter(text -> !text.isEmpty())
                .findFirst();
        return found.events().stream()
                .filter(event -> uid.filter(event.uid()::equals).isPresent())
                .reduce(InviteReader::newer);
    }

    /** An exception to a recurring event stands beside it, however new it is. */
    private static CalendarEvents.Event newer(CalendarEvents.Event known, CalendarEvents.Event other) {
        if (known.isOneOfMany() != other.isOneOfMany()) {
            return known.isOneOfMany() ? other : known;
        }
        return number(other.sequence()) > number(known.sequence()) ? other : known;
    }

    private CalendarInvite invite(CalendarEvents.Event event, CalendarEvents found) {
        var uid = event.uid();
        return new CalendarInvite(
                uid.length() <= LONGEST_UID ? uid : uid.substring(0, LONGEST_UID),
                number(event.sequence()),
                found.isCancelled() || event.isCancelled(),
                start(event, found));
    }

    private Optional<Instant> start(CalendarEvents.Event event, CalendarEvents found) {
        if (event.start().isEmpty()) {
            return Optional.empty();
        }
        return zones(event, found)
                .flatMap(zone -> events.beginning("DTSTART" + zone + ":" + event.start()).stream())
                .findFirst()
                .filter(start -> start.isAfter(EARLIEST) && start.isBefore(LATEST));
    }

    /** How the zone may be meant, likeliest first: calendars name zones by themselves, by a path, or by what they define. */
    private static Stream<String> zones(CalendarEvents.Event event, CalendarEvents found) {
        var zone = event.zone();
        if (!zone.isEmpty()) {
            return Stream.concat(Stream.of(zone, lastTwo(zone)), found.placeOf(zone).stream())
                    .map(name -> ";TZID=" + name);
        }
        boolean floats = event.start().indexOf('T') > 0 && !event.start().endsWith("Z");
        return floats && !found.zone().isEmpty() ? Stream.of(";TZID=" + found.zone(), "") : Stream.of("");
    }

    /** {@code Europe/Berlin} of {@code /example.org/2026/Europe/Berlin}. */
    private static String lastTwo(String zone) {
        int last = zone.lastIndexOf('/');
        int before = last <= 0 ? -1 : zone.lastIndexOf('/', last - 1);
        return zone.substring(before + 1);
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
        return digits ? Integer.parseInt(text) : 0;
    }
}
