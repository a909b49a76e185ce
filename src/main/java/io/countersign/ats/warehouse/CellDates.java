package io.countersign.ats.warehouse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a date or time as databases write it: {@code 2026-03-01}, {@code 2026-03-01 14:30:00}, with {@code Z}, {@code UTC}
 * or an offset behind it. Without one it is UTC; a day begins at midnight. Dates that two continents read differently are
 * none.
 */
final class CellDates {
    private static final int DAY = 10;
    private static final int LONGEST = 40;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private CellDates() {}

    /** Empty when the text is no date, or one in which nobody applies. */
    static Optional<Instant> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var found = FORMAT.parseBest(plain(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            var moment =
                    switch (found) {
                        case OffsetDateTime stated -> stated;
                        case LocalDateTime local -> local.atOffset(ZoneOffset.UTC);
                        default -> LocalDate.from(found).atStartOfDay().atOffset(ZoneOffset.UTC);
                    };
            boolean likely = moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR;
            return likely ? Optional.of(moment.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The one spelling of the many that differ only in what stands between the parts. */
    private static String plain(String text) {
        if (text.length() <= DAY) {
            return text;
        }
        char between = text.charAt(DAY) == ' ' || text.charAt(DAY) == 't' ? 'T' : text.charAt(DAY);
        var rest = text.substring(DAY + 1).strip().toUpperCase(Locale.ROOT);
        if (rest.endsWith("UTC") || rest.endsWith("GMT")) {
            rest = rest.substring(0, rest.length() - 3).strip() + "Z";
        }
        return text.substring(0, DAY) + between + rest.replace(" ", "");
    }
}
