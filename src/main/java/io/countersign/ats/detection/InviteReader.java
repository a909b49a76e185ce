package io.countersign.ats.detection;

import io.countersign.classify.EventFinder;
import io.countersign.mail.CalendarInvite;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;

/**
 * Reads UID, SEQUENCE, METHOD, STATUS and DTSTART of the first event in a calendar part. iCal4j only cuts the text into
 * properties; its model is never built, so that no recurrence is expanded and no time zone is fetched. Never throws.
 */
final class InviteReader {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_UID = 300;
    private static final int LONGEST_VALUE = 1_000;

    private final EventFinder events;

    InviteReader(EventFinder events) {
        this.events = events;
    }

    /** Empty when there is no event or it has no UID. */
    Optional<CalendarInvite> read(String calendar) {
        var bounded = calendar.length() <= LONGEST ? calendar : calendar.substring(0, LONGEST);
        var event = new FirstEvent();
        try {
            new CalendarParserImpl().parse(new StringReader(bounded.stripLeading()), event);
        } catch (IOException | ParserException | RuntimeException e) {
            // what was read before the damage is kept
        }
        return event.invite();
    }

    /** Keeps what the first VEVENT says and ignores everything else. */
    private final class FirstEvent implements ContentHandler {
        private int depth;
        private boolean inEvent;
        private boolean seen;
        private String property = "";
        private String zone = "";
        private String uid = "";
        private String start = "";
        private int sequence;
        private boolean cancelled;

        Optional<CalendarInvite> invite() {
            return uid.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CalendarInvite(uid, sequence, cancelled, events.beginning(start)));
        }

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void startComponent(String name) {
            depth++;
            if (depth == 1 && name.equalsIgnoreCase("VEVENT") && !seen) {
                inEvent = true;
                seen = true;
            }
        }

        @Override
        public void endComponent(String name) {
            depth--;
            inEvent &= depth > 0;
        }

        @Override
        public void startProperty(String name) {
            property = name.toUpperCase(Locale.ROOT);
            zone = "";
        }

        @Override
        public void endProperty(String name) {
            property = "";
        }

        @Override
        public void parameter(String name, String value) {
            if (name.equalsIgnoreCase("TZID")) {
                zone = value;
            }
        }

        @Override
        public void propertyValue(String value) {
            if (value.length() > LONGEST_VALUE) {
                return;
            }
            var text = value.strip();
            if (property.equals("METHOD")) {
                cancelled |= text.equalsIgnoreCase("CANCEL");
            }
            if (!inEvent || depth != 1) {
                return;
            }
            switch (property) {
                case "UID" -> uid = text.length() <= LONGEST_UID ? text : text.substring(0, LONGEST_UID);
                case "SEQUENCE" -> sequence = number(text);
                case "STATUS" -> cancelled |= text.equalsIgnoreCase("CANCELLED");
                case "DTSTART" -> start = "DTSTART" + (zone.isEmpty() ? "" : ";TZID=" + zone) + ":" + text;
                default -> {}
            }
        }

        private static int number(String text) {
            boolean digits =
                    !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
            return digits ? Integer.parseInt(text) : 0;
        }
    }
}
