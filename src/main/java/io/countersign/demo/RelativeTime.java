package io.countersign.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads moments written relative to now. {@code 12d 3h} is that long ago, {@code 12d 09:14} twelve days ago at that
 * hour; {@code sent+5d}, {@code today-2d 14:30} count from the mail or from now. {@code workday} moves off a weekend.
 */
record RelativeTime(ZonedDateTime now) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{((?:today|sent|when)[^|{}]*)\\|([^{}]+)}");

    /** The moment that long before now. */
    ZonedDateTime before(String age) {
        var moment = now;
        boolean atHour = false;
        for (var token : age.split(" ", -1)) {
            if (token.equals("workday")) {
                moment = backToWorkday(moment);
            } else if (token.contains(":")) {
                moment = moment.with(LocalTime.parse(token));
                atHour = true;
            } else {
                moment = shift(moment, "-" + token);
            }
        }
        if (atHour && !moment.toLocalDate().isBefore(now.toLocalDate())) {
            throw new IllegalStateException("an hour of today may lie ahead: " + age);
        }
        return moment.withNano(0);
    }

    /** The moment that an expression such as {@code sent+5d workday 14:30} names. */
    ZonedDateTime at(String expression, ZonedDateTime sent) {
        var moment = expression.startsWith("sent") ? sent : now;
        for (var token : expression.replaceFirst("^(today|sent)", "").strip().split(" ", -1)) {
            if (token.equals("workday")) {
                moment = onToWorkday(moment);
            } else if (token.contains(":")) {
                moment = moment.with(LocalTime.parse(token));
            } else if (!token.isEmpty()) {
                moment = shift(moment, token);
            }
        }
        return moment.withNano(0);
    }

    /** Replaces each {@code {moment|pattern}} in a mail's text. */
    String fill(String text, Block mail, ZonedDateTime sent) {
        var locale = Locale.forLanguageTag(mail.field("Lang").orElse("en"));
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var expression = found.group(1).equals("when") ? mail.require("When") : found.group(1);
            var pattern = DateTimeFormatter.ofPattern(found.group(2), locale);
            return Matcher.quoteReplacement(pattern.format(at(expression, sent)));
        });
    }

    private static ZonedDateTime shift(ZonedDateTime moment, String signed) {
        long amount = Long.parseLong(signed.substring(0, signed.length() - 1));
        return switch (signed.charAt(signed.length() - 1)) {
            case 'd' -> moment.plusDays(amount);
            case 'h' -> moment.plusHours(amount);
            case 'm' -> moment.plusMinutes(amount);
            default -> throw new IllegalStateException("not a span of time: " + signed);
        };
    }

    private static ZonedDateTime backToWorkday(ZonedDateTime moment) {
        return isWeekend(moment) ? backToWorkday(moment.minusDays(1)) : moment;
    }

    private static ZonedDateTime onToWorkday(ZonedDateTime moment) {
        return isWeekend(moment) ? onToWorkday(moment.plusDays(1)) : moment;
    }

    private static boolean isWeekend(ZonedDateTime moment) {
        return moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
