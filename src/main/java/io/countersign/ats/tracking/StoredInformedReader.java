package io.countersign.ats.tracking;

import io.countersign.ats.InformedReader;
import io.countersign.ats.detection.AtsEnricher;
import io.countersign.ats.detection.KnownEmployers;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets the detectors look at a stored mail again, with what is known of its conversation and its sender. */
public final class StoredInformedReader implements InformedReader {
    private final MailReader reader;
    private final MailParser parser;
    private final Supplier<AtsEnricher> enricher;

    /** @param enricher asked for when a mail is read: what it needs takes long to read */
    public StoredInformedReader(MailReader reader, MailParser parser, Supplier<AtsEnricher> enricher) {
        this.reader = reader;
        this.parser = parser;
        this.enricher = enricher;
    }

    @Override
    public Optional<Understanding> read(Message message, KnownEmployers known) {
        return reader.raw(message.id()).map(raw -> {
            var examined = new Examination(
                    parser.parse(raw), message.envelope(), index -> parser.attachment(raw, index), _ -> {});
            return enricher.get().enrich(examined, message.understanding(), known, message.threadId());
        });
    }
}
