package io.countersign.ats.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.ContentHandler;

/** Keeps what the events of one calendar say of themselves, and what is needed to understand their times. */
final class CalendarEvents implements ContentHandler {
    private static final int MOST = 100;
    private static final int LONGEST_VALUE = 1_000;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> placeOfZone = new HashMap<>();
    private int depth;
    private boolean inEvent;
    private boolean inZone;
    private String zoneId = "";
    private String property = "";
    private String tzid = "";
    private String calendarZone = "";
    private boolean cancelled;

    /** The fields of one event as they are written; empty where they are missing. */
    static final class Event {
        private String uid = "";
        private String sequence = "";
        private String status = "";
        private String start = "";
        private String zone = "";
        private boolean isOneOfMany;

        String uid() {
            return uid;
        }

        String sequence() {
            return sequence;
        }

        boolean isCancelled() {
            return status.equalsIgnoreCase("CANCELLED");
        }

        String start() {
            return start;
        }

        /** The TZID of its start. */
        String zone() {
            return zone;
        }

        /** True for an exception to a recurring event. */
        boolean isOneOfMany() {
            return isOneOfMany;
        }
    }

    /** In the order of the calendar. */
    List<Event> events() {
        return events;
    }

    /** True when the whole calendar cancels. */
    boolean isCancelled() {
        return cancelled;
    }

    /** The zone in which a calendar keeps times that state none; may be empty. */
    String zone() {
        return calendarZone;
    }

    /** The place that a zone which the calendar itself defines stands for. */
    Optional<String> placeOf(String zone) {
        return Optional.ofNullable(placeOfZone.get(zone));
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
        depth++;
        if (depth == 1) {
            inEvent = name.equalsIgnoreCase("VEVENT") && events.size() < MOST;
            inZone = name.equalsIgnoreCase("VTIMEZONE");
            zoneId = "";
            if (inEvent) {
                events.add(new Event());
            }
        }
    }

    @Override
    public void endComponent(String name) {
        depth--;
        if (depth == 0) {
            inEvent = false;
            inZone = false;
        }
    }

    @Override
    public void startProperty(String name) {
        property = name.toUpperCase(Locale.ROOT);
        tzid = "";
    }

    @Override
    public void endProperty(String name) {
        property = "";
    }

    @Override
    public void parameter(String name, String value) {
        if (name.equalsIgnoreCase("TZID")) {
            tzid = value;
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
        } else if (depth == 0 && property.equals("X-WR-TIMEZONE")) {
            calendarZone = text;
        } else if (depth == 1 && inZone) {
            readZone(text);
        } else if (depth == 1 && inEvent) {
            readEvent(events.getLast(), text);
        }
    }

    private void readZone(String text) {
        switch (property) {
            case "TZID" -> zoneId = text;
            case "X-LIC-LOCATION" -> placeOfZone.put(zoneId, text);
            default -> {}
        }
    }

    private void readEvent(Event event, String text) {
        switch (property) {
            case "UID" -> event.uid = text;
            case "SEQUENCE" -> event.sequence = text;
            case "STATUS" -> event.status = text;
            case "RECURRENCE-ID" -> event.isOneOfMany = true;
            case "DTSTART" -> {
                event.start = text;
                event.zone = tzid;
            }
            default -> {}
        }
    }
}
