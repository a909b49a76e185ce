package io.countersign.money.extraction;

import io.countersign.mail.ParsedMail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day of a mail as its sender's clock showed it. */
final class MailDay {
    private MailDay() {}

    /** The day in the zone of the Date header; in UTC where the header names none. */
    static LocalDate of(ParsedMail mail, Instant received) {
        var instant = mail.date().orElse(received);
        var offset = mail.header("Date").map(MailDay::offset).orElse(ZoneOffset.UTC);
        return instant.atOffset(offset).toLocalDate();
    }

    private static ZoneOffset offset(String header) {
        int at = Math.max(header.lastIndexOf(" +"), header.lastIndexOf(" -"));
        if (at < 0 || header.length() < at + 6) {
            return ZoneOffset.UTC;
        }
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            if (!AmountScanner.isDigit(header, i)) {
                return ZoneOffset.UTC;
            }
            value = value * 10 + header.charAt(i) - '0';
        }
        int seconds = (value / 100 * 60 + value % 100) * 60;
        return seconds > ZoneOffset.MAX.getTotalSeconds()
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds(header.charAt(at + 1) == '-' ? -seconds : seconds);
    }
}
