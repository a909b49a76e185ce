package io.countersign.shared.ui;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers, dates and ages as this person's locale writes them. For one thread. */
public final class Formats {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final Texts texts;
    private final Locale locale;
    private final Clock clock;

    /** Reads now and the time zone from {@code clock}. */
    public Formats(Texts texts, Locale locale, Clock clock) {
        this.texts = texts;
        this.locale = locale;
        this.clock = clock;
    }

    /** An integer with its grouping: {@code 12,480}. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A ratio in whole percent: {@code 0.963} is {@code 96%}. */
    public String percent(double ratio) {
        return percent(ratio, 0);
    }

    /** A ratio in percent with so many decimals. */
    public String percent(double ratio, int decimals) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(ratio);
    }

    /** Two decimals and always a sign, with a real minus: {@code +0.32}, {@code −0.08}. */
    public String signed(double value) {
        var sign = value < 0 ? "−" : "+";
        return sign + decimal(Math.abs(value), 2);
    }

    /** A number with exactly so many decimals. */
    public String decimal(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A day: {@code Nov 11, 2026}. */
    public String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(local(at));
    }

    /** A day of the calendar, wherever one is. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** The day alone for a moment that stands for a whole one, which ends with its last second in UTC; else day and time. */
    public String dayOrMoment(Instant at) {
        var utc = at.atOffset(ZoneOffset.UTC);
        return utc.toLocalTime().equals(END_OF_DAY) ? date(utc.toLocalDate()) : dateTime(at);
    }

    /** A time of day: {@code 8:12 AM}. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(local(at));
    }

    /** Day and time of day. */
    public String dateTime(Instant at) {
        return date(at) + ", " + time(at);
    }

    /** The time alone today, day and time before. */
    public String moment(Instant at) {
        return local(at).toLocalDate().equals(local(clock.instant()).toLocalDate()) ? time(at) : dateTime(at);
    }

    /** How long ago in one unit: {@code 5 min}, {@code 2 h}, {@code 12 d}, {@code 3 y}; "now" below a minute and for the future. */
    public String age(Instant at) {
        var age = Duration.between(at, clock.instant());
        if (age.toMinutes() < 1) {
            return texts.get("age.now");
        }
        if (age.toHours() < 1) {
            return texts.get("age.minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return texts.get("age.hours", age.toHours());
        }
        long years = ChronoUnit.YEARS.between(local(at), local(clock.instant()));
        return years < 2 ? texts.get("age.days", number(age.toDays())) : texts.get("age.years", years);
    }

    /** How long something will take: {@code 40 s}, {@code 3 min}, {@code 2 h}. */
    public String duration(Duration time) {
        if (time.toSeconds() < 100) {
            return texts.get("duration.seconds", Math.max(1, time.toSeconds()));
        }
        return time.toMinutes() < 100
                ? texts.get("age.minutes", time.toMinutes())
                : texts.get("age.hours", time.toHours());
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(clock.getZone());
    }
}
