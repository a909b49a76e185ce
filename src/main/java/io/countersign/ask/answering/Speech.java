package io.countersign.ask.answering;

import io.countersign.ask.Phrases;
import io.countersign.ask.reading.Period;
import io.countersign.money.PlainAmount;
import io.countersign.policy.Action;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Says dates, amounts and sentences in the language of one answer and the zone of the person. */
record Speech(Phrases phrases, Locale locale, ZoneId zone) {
    String say(String key, Object... arguments) {
        return phrases.say(locale, key, arguments);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    /** With the weekday: what lies ahead is told apart by it. */
    String fullDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    String moment(Instant moment) {
        var local = moment.atZone(zone);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(local);
        return fullDay(local.toLocalDate()) + ", " + time;
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    /** An amount with the decimals of its currency and its ISO code: the same sign stands for many dollars. */
    String money(BigDecimal amount, String currency) {
        var plain = new BigDecimal(PlainAmount.of(amount, currency));
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(plain.scale());
        format.setMaximumFractionDigits(plain.scale());
        return (plain.signum() < 0 ? "−" : "") + format.format(plain.abs()) + " " + currency;
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String period(Period period) {
        var days = days(period);
        return period.weekday()
                .map(day -> days.isEmpty() ? weekday(day) : weekday(day) + "; " + days)
                .orElse(days);
    }

    private String days(Period period) {
        var from = period.from();
        var until = period.until();
        if (from.isEmpty()) {
            return until.map(day -> say("ask.period.until", day(day))).orElse("");
        }
        if (until.isEmpty()) {
            return say("ask.period.since", day(from.get()));
        }
        return closed(from.get(), until.get());
    }

    private String closed(LocalDate from, LocalDate until) {
        if (from.equals(until)) {
            return day(from);
        }
        if (from.getDayOfMonth() == 1 && until.equals(from.with(TemporalAdjusters.lastDayOfMonth()))) {
            return month(YearMonth.from(from));
        }
        boolean isYear = from.getDayOfYear() == 1 && until.equals(from.with(TemporalAdjusters.lastDayOfYear()));
        return isYear ? Integer.toString(from.getYear()) : say("ask.period.range", day(from), day(until));
    }

    String action(Action action) {
        return say("action." + action.id());
    }
}
