package io.countersign.mail;

/**
 * Adds what one feature understands of a mail. Enrichers run in a fixed order, each seeing what those before it found.
 * Thread-safe and never throwing on hostile mail: several threads enrich during an import.
 */
@FunctionalInterface
public interface MailEnricher {
    Understanding enrich(Examination examined, Understanding soFar);
}
