package io.countersign.ask.answering;

import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Every mail has this text. */
record OneMail(String text) implements MailReader {
    @Override
    public Optional<ParsedMail> read(long messageId) {
        return raw(messageId).map(new MailParser()::parse);
    }

    @Override
    public Optional<byte[]> raw(long messageId) {
        return Optional.of(("From: a@acme.example\nSubject: Visit\n\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
