package io.countersign.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads dates of mails: RFC 5322 and its obsolete forms, asctime (mbox From lines), ISO 8601, and the common broken ones.
 * Years outside 1970..2099 are absurd and count as no date. Without a zone it is UTC.
 */
public final class MailDates {
    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> OTHER_MONTHS =
            Map.of("mai", "may", "mär", "mar", "okt", "oct", "dez", "dec", "fév", "feb", "avr", "apr", "aoû", "aug");
    // Hours from UTC, RFC 5322 section 4.3 and what European programs write.
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("edt", -4),
            Map.entry("est", -5),
            Map.entry("cdt", -5),
            Map.entry("cst", -6),
            Map.entry("mdt", -6),
            Map.entry("mst", -7),
            Map.entry("pdt", -7),
            Map.entry("pst", -8),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("met", 1),
            Map.entry("mez", 1),
            Map.entry("cest", 2),
            Map.entry("mesz", 2),
            Map.entry("eet", 2),
            Map.entry("jst", 9));

    private int day;
    private int month;
    private int year = -1;
    private int hour;
    private int minute;
    private int second;
    private int zoneSeconds;
    private boolean timeSeen;
    private final List<Integer> numbers = new ArrayList<>();

    private MailDates() {}

    /** The instant that {@code text} names; empty when it names none, or an absurd one. */
    public static Optional<Instant> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var date = new MailDates();
            date.scan(text);
            return date.instant();
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void scan(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '(') {
                int close = text.indexOf(')', i);
                i = close < 0 ? text.length() : close + 1;
            } else if (isDigit(c) || ((c == '+' || c == '-') && timeSeen)) {
                i = number(text, i);
            } else if (Character.isLetter(c)) {
                i = word(text, i);
            } else {
                i++;
            }
        }
    }

    private int word(String text, int from) {
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        var word = text.substring(from, to).toLowerCase(Locale.ROOT);
        var three = word.length() < 3 ? word : word.substring(0, 3);
        int found = MONTHS.indexOf(OTHER_MONTHS.getOrDefault(three, three)) + 1;
        if (found > 0 && month == 0) {
            month = found;
        } else if (word.equals("pm") && hour < 12) {
            hour += 12;
        } else if (word.equals("am") && hour == 12) {
            hour = 0;
        } else if (timeSeen && ZONES.containsKey(word)) {
            zoneSeconds = ZONES.get(word) * 3600;
        }
        return to;
    }

    private int number(String text, int from) {
        int to = from + (isDigit(text.charAt(from)) ? 0 : 1);
        while (to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        boolean signed = !isDigit(text.charAt(from));
        char next = to < text.length() ? text.charAt(to) : ' ';
        if (signed) {
            return zone(text, from, to);
        }
        if (!timeSeen && (next == ':' || (next == '.' && isTimeWithDots(text, from, to)))) {
            return time(text, from, next);
        }
        if (!timeSeen && to - from == 8 && next == 'T') {
            numbers.add(Integer.parseInt(text, from, from + 4, 10));
            numbers.add(Integer.parseInt(text, from + 4, from + 6, 10));
            numbers.add(Integer.parseInt(text, from + 6, to, 10));
        } else if (to - from <= 4) {
            numbers.add(Integer.parseInt(text, from, to, 10));
        }
        return to;
    }

    /** "12.34.56" behind a whole date is a time. */
    private boolean isTimeWithDots(String text, int from, int to) {
        return month > 0
                && numbers.size() >= 2
                && to - from <= 2
                && to + 3 <= text.length()
                && isDigit(text.charAt(to + 1))
                && isDigit(text.charAt(to + 2));
    }

    private int time(String text, int from, char separator) {
        var parts = new int[3];
        int part = 0;
        int i = from;
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == separator)) {
            if (text.charAt(i) != separator) {
                parts[part] = parts[part] * 10 + text.charAt(i) - '0';
            } else if (++part == 3) {
                break;
            }
            i++;
        }
        hour = parts[0];
        minute = parts[1];
        second = Math.min(parts[2], 59);
        timeSeen = true;
        while (i + 1 < text.length() && text.charAt(i) == '.' && isDigit(text.charAt(i + 1))) {
            i++;
            while (i < text.length() && isDigit(text.charAt(i))) {
                i++;
            }
        }
        return i;
    }

    private int zone(String text, int from, int to) {
        int digits = to - from - 1;
        int end = to;
        int value = digits == 0 || digits > 4 ? 0 : Integer.parseInt(text, from + 1, to, 10);
        if (digits <= 2
                && digits > 0
                && to + 2 < text.length()
                && text.charAt(to) == ':'
                && isDigit(text.charAt(to + 1))) {
            value = value * 100 + Integer.parseInt(text, to + 1, to + 3, 10);
            end = to + 3;
        } else if (digits <= 2) {
            value *= 100;
        }
        int seconds = value / 100 * 3600 + value % 100 * 60;
        if (seconds <= ZoneOffset.MAX.getTotalSeconds() && digits <= 4) {
            zoneSeconds = text.charAt(from) == '-' ? -seconds : seconds;
        }
        return end;
    }

    private Optional<Instant> instant() {
        assignNumbers();
        if (year < FIRST_YEAR || year > LAST_YEAR || month == 0) {
            return Optional.empty();
        }
        boolean readable = hour < 24 && minute < 60;
        var local = readable
                ? LocalDateTime.of(year, month, day, hour, minute, second)
                : LocalDateTime.of(year, month, day, 0, 0);
        var instant = local.toInstant(ZoneOffset.ofTotalSeconds(zoneSeconds));
        return instant.getEpochSecond() < 24 * 3600 ? Optional.empty() : Optional.of(instant);
    }

    /** Gives the bare numbers their meaning: ISO order, day and year around a month name, or month/day/year. */
    private void assignNumbers() {
        if (numbers.size() < 2) {
            return;
        }
        int first = numbers.get(0);
        int next = numbers.get(1);
        if (month > 0) {
            boolean yearFirst = first > 31;
            day = yearFirst ? next : first;
            year = fullYear(yearFirst ? first : next);
        } else if (numbers.size() >= 3 && first > 31) {
            year = first;
            month = next;
            day = numbers.get(2);
        } else if (numbers.size() >= 3) {
            boolean dayFirst = first > 12;
            month = dayFirst ? next : first;
            day = dayFirst ? first : next;
            year = fullYear(numbers.get(2));
        }
    }

    /** Two and three digits as RFC 5322 section 4.3 reads them. */
    private static int fullYear(int written) {
        if (written < 50) {
            return written + 2000;
        }
        return written < 1000 ? written + 1900 : written;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
