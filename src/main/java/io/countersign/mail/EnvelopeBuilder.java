package io.countersign.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

/** Makes the envelope of a mail, filling in what the mail itself leaves out. Thread-safe. */
final class EnvelopeBuilder {
    private static final Instant OLDEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Duration NEWEST = Duration.ofDays(1);

    private final Clock clock;

    EnvelopeBuilder(Clock clock) {
        this.clock = clock;
    }

    /**
     * The envelope of a mail just read.
     *
     * @param defects receives what had to be filled in
     */
    Envelope build(RawMail raw, ParsedMail mail, UUID identity, String account, Collection<String> defects) {
        return new Envelope(
                mail.messageId().isEmpty() ? identity + "@generated.invalid" : mail.messageId(),
                account,
                new Address(mail.from().name(), mail.from().email().toLowerCase(Locale.ROOT)),
                mail.to(),
                mail.listId(),
                mail.subject(),
                receivedAt(raw, mail, defects),
                preview(mail.text()),
                !mail.attachments().isEmpty(),
                mail.header("List-Unsubscribe").isPresent(),
                raw.content().length);
    }

    private Instant receivedAt(RawMail raw, ParsedMail mail, Collection<String> defects) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (mail.date().filter(date -> isCredible(date, now)).isPresent()) {
            return mail.date().get();
        }
        mail.date().ifPresent(date -> defects.add("The date " + date + " is absurd; the time of delivery counts."));
        return raw.deliveredAt().filter(at -> isCredible(at, now)).orElse(now);
    }

    private static boolean isCredible(Instant date, Instant now) {
        return !date.isBefore(OLDEST) && !date.isAfter(now.plus(NEWEST));
    }

    /** The first words, white space folded; never ends within a surrogate pair. */
    static String preview(String text) {
        var preview = new StringBuilder(Envelope.PREVIEW_LENGTH);
        boolean gap = false;
        for (int i = 0; i < text.length() && preview.length() < Envelope.PREVIEW_LENGTH; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !preview.isEmpty();
            } else {
                if (gap && preview.length() < Envelope.PREVIEW_LENGTH - 1) {
                    preview.append(' ');
                }
                gap = false;
                preview.append(c);
            }
        }
        int length = preview.length();
        if (length > 0 && Character.isHighSurrogate(preview.charAt(length - 1))) {
            preview.setLength(length - 1);
        }
        return preview.toString();
    }
}
