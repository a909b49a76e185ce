package io.countersign.mail;

import java.util.List;
import java.util.Optional;

/** Reads stored mail back through its raw bytes. */
public final class StoredMailReader implements MailReader {
    private final MailStore mails;
    private final RawMailStore raws;
    private final MailParser parser;

    public StoredMailReader(MailStore mails, RawMailStore raws, MailParser parser) {
        this.mails = mails;
        this.raws = raws;
        this.parser = parser;
    }

    @Override
    public Optional<ParsedMail> read(long messageId) {
        return raw(messageId).map(parser::parse);
    }

    @Override
    public Optional<byte[]> raw(long messageId) {
        return Optional.ofNullable(mails.rawLocations(List.of(messageId)).get(messageId))
                .flatMap(raws::read)
                .flatMap(RawPacker::unpack);
    }
}
