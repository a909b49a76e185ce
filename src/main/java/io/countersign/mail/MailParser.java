package io.countersign.mail;

import io.countersign.mail.ParsedMail.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the bytes of a mail as far as they can be read. Thread-safe; never throws, whatever the bytes are. */
public final class MailParser {
    private final BodyText bodyText = new BodyText(stubPhrases());

    private static List<String> stubPhrases() {
        try (var in = MailParser.class.getResourceAsStream("/mail/stub-phrases.txt")) {
            if (in == null) {
                throw new IllegalStateException("mail/stub-phrases.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a whole mail; everything that had to be repaired is among its defects. */
    public ParsedMail parse(byte[] content) {
        var defects = new Defects();
        var reader = new MimeReader(defects, MimeReader.NO_INDEX);
        var entity = reader.read(prepared(content, defects));
        return new Assembly(entity, reader, defects).mail();
    }

    /**
     * The decoded bytes of a leaf part.
     *
     * @param index as in {@link ParsedMail.Attachment#index()}
     * @return empty when the mail has no such part
     */
    public Optional<byte[]> attachment(byte[] content, int index) {
        if (index < 0) {
            return Optional.empty();
        }
        var defects = new Defects();
        var reader = new MimeReader(defects, index);
        reader.read(prepared(content, defects));
        return reader.found();
    }

    private static byte[] prepared(byte[] content, Defects defects) {
        if (!Lines.areBareCr(content)) {
            return content;
        }
        defects.add("Lines end in a bare carriage return.");
        return Lines.bareCrToLf(content);
    }

    /** Puts together what one reading found. */
    private final class Assembly {
        private final MimeReader.Entity entity;
        private final MimeReader reader;
        private final Defects defects;
        private final PartHead head;

        Assembly(MimeReader.Entity entity, MimeReader reader, Defects defects) {
            this.entity = entity;
            this.reader = reader;
            this.defects = defects;
            this.head = entity.head();
        }

        ParsedMail mail() {
            var messageId = messageId();
            var from = from();
            var date = date();
            var subject = EncodedWords.decode(head.first("Subject"), defects);
            var text = text();
            return new ParsedMail(
                    headers(),
                    messageId,
                    from,
                    addresses("Reply-To"),
                    addresses("To"),
                    addresses("Cc"),
                    subject,
                    date,
                    text,
                    bodyText.html(entity.body()),
                    reader.calendar(),
                    reader.attachments(),
                    defects.list());
        }

        private List<Header> headers() {
            var headers = new ArrayList<Header>(head.fields().size());
            for (var field : head.fields()) {
                headers.add(new Header(field.name(), EncodedWords.decode(field.body(), defects)));
            }
            return List.copyOf(headers);
        }

        private String text() {
            try {
                return bodyText.text(entity.body());
            } catch (RuntimeException e) {
                defects.add("The text could not be read (" + e.getClass().getSimpleName() + ").");
                return "";
            }
        }

        private List<Address> addresses(String name) {
            var all = new ArrayList<Address>();
            for (var field : head.fields()) {
                if (field.name().equalsIgnoreCase(name)) {
                    all.addAll(AddressParser.parse(field.body(), defects));
                }
            }
            return List.copyOf(all);
        }

        private Address from() {
            for (var name : new String[] {"From", "Sender"}) {
                for (var address : addresses(name)) {
                    if (!address.email().isEmpty() || name.equals("From")) {
                        return address;
                    }
                }
                defects.add(name.equals("From") ? "The mail names no sender." : "The mail has no Sender field.");
            }
            return Address.NONE;
        }

        private String messageId() {
            var id = MessageIds.first(head.first("Message-ID"));
            if (id.isEmpty()) {
                defects.add("The mail has no Message-ID.");
            }
            return id;
        }

        private Optional<Instant> date() {
            var field = head.first("Date");
            var date = MailDates.parse(field);
            if (date.isEmpty()) {
                defects.add(
                        field.isEmpty()
                                ? "The mail has no date."
                                : "The date " + Defects.quote(field) + " cannot be read.");
            }
            return date;
        }
    }
}
