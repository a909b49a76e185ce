package io.countersign.ats.ui;

import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days near today as people say them: today, tomorrow, by Friday, until 28 November. */
final class DayWords {
    private static final int WEEK = 6;

    private final Texts texts;
    private final Formats formats;
    private final Clock clock;

    /** Reads today and the time zone from {@code clock}. */
    DayWords(Texts texts, Formats formats, Clock clock) {
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
    }

    /** {@code today}, {@code tomorrow}, {@code on Fri}, {@code on Nov 28}. */
    String on(LocalDate day) {
        return phrase("on", day);
    }

    /** {@code today}, {@code by tomorrow}, {@code by Fri}, {@code by Nov 28}. */
    String by(LocalDate day) {
        return phrase("by", day);
    }

    /** {@code today}, {@code by tomorrow}, {@code by Fri, Dec 4}: the day that somebody else named, whole. */
    String deadline(LocalDate day) {
        long ahead = ChronoUnit.DAYS.between(today(), day);
        return ahead < 2 ? by(day) : texts.get("applications.day.by", localized("MMMEd", day));
    }

    /** {@code until tomorrow}, {@code until Fri}, {@code until Nov 28}. */
    String until(LocalDate day) {
        return phrase("until", day);
    }

    /** Day and time of what lies ahead, the day as short as can be: {@code 2:00 PM} today, {@code Thu 2:00 PM}. */
    String moment(Instant at) {
        var day = day(at);
        return day.equals(today()) ? formats.time(at) : name(day) + " " + formats.time(at);
    }

    /** The whole of it: {@code Thu, Nov 26, 2026, 2:00 PM}. */
    String full(Instant at) {
        return pattern("EEE", day(at)) + ", " + formats.dateTime(at);
    }

    /** {@code Nov 10}, with its year when it is not this one. */
    String shortDate(LocalDate day) {
        return localized(day.getYear() == today().getYear() ? "MMMd" : "yMMMd", day);
    }

    /** {@code Nov 10}, with its year when it is not this one. */
    String shortDate(Instant at) {
        return shortDate(day(at));
    }

    /** The day of the week within the next days, else the date; today by its word. */
    String name(LocalDate day) {
        long ahead = ChronoUnit.DAYS.between(today(), day);
        if (ahead == 0) {
            return texts.get("applications.day.on.today");
        }
        return ahead > 0 && ahead <= WEEK ? pattern("EEE", day) : shortDate(day);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    LocalDate today() {
        return day(clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    private String phrase(String which, LocalDate day) {
        long ahead = ChronoUnit.DAYS.between(today(), day);
        if (ahead == 0 || ahead == 1) {
            return texts.get("applications.day." + which + (ahead == 0 ? ".today" : ".tomorrow"));
        }
        return texts.get("applications.day." + which, name(day));
    }

    private String pattern(String pattern, TemporalAccessor day) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    private String localized(String template, TemporalAccessor day) {
        return DateTimeFormatter.ofLocalizedPattern(template)
                .withLocale(locale())
                .format(day);
    }

    private Locale locale() {
        return formats.locale();
    }
}
