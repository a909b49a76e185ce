package io.countersign.mail;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all enrichers over a mail, each on what those before it found. Thread-safe, as they are. */
final class Enrichment {
    private static final Logger LOG = LoggerFactory.getLogger(Enrichment.class);

    private final MailParser parser;
    private final List<MailEnricher> enrichers;

    Enrichment(MailParser parser, List<MailEnricher> enrichers) {
        this.parser = parser;
        this.enrichers = List.copyOf(enrichers);
    }

    /**
     * What they understand of the mail.
     *
     * @param defects receives what enrichers could not read, and the name of one that failed; the others still run
     */
    Understanding of(byte[] raw, ParsedMail mail, Envelope envelope, Collection<String> defects) {
        var examined = new Examination(mail, envelope, index -> parser.attachment(raw, index), defects::add);
        var understanding = Understanding.unknown();
        for (var enricher : enrichers) {
            try {
                understanding = enricher.enrich(examined, understanding);
            } catch (RuntimeException | StackOverflowError e) {
                var name = enricher.getClass().getSimpleName();
                LOG.warn("{} failed on a mail", name, e);
                LOG.debug("{} failed on {}", name, envelope.messageId());
                defects.add("The detector " + name + " failed (" + e.getClass().getSimpleName() + ").");
            }
        }
        return understanding;
    }
}
