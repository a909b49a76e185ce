package io.countersign.ats;

import io.countersign.ats.detection.AtsEnricher;
import io.countersign.ats.detection.KnownEmployers;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Examination;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import java.util.Optional;

/**
 * Lets the detectors look at a mail as at one that is about a job, since its conversation or its sender is known to be, and
 * names the employer where it names none.
 */
public final class StoredInformedReader implements InformedReader {
    private static final Category ABOUT_A_JOB = Category.INTERVIEW;

    private final MailReader reader;
    private final MailParser parser;
    private final AtsEnricher enricher;

    public StoredInformedReader(MailReader reader, MailParser parser, AtsEnricher enricher) {
        this.reader = reader;
        this.parser = parser;
        this.enricher = enricher;
    }

    @Override
    public Optional<Understanding> read(Message message, KnownEmployers known) {
        return reader.raw(message.id()).map(raw -> {
            var mail = parser.parse(raw);
            var examined = new Examination(mail, message.envelope(), index -> parser.attachment(raw, index), _ -> {});
            var before = message.understanding();
            var informed = before.withCategory(ABOUT_A_JOB, before.categoryConfidence(), before.evidence());
            var found = enricher.enrich(examined, informed);
            return named(
                    withOwnCategory(found, before),
                    known.companyOf(message.envelope().senderDomain()));
        });
    }

    /** The category is only another one where a sure stage says so. */
    private static Understanding withOwnCategory(Understanding found, Understanding before) {
        return found.category() == ABOUT_A_JOB
                        && found.ats().flatMap(AtsFacts::stage).isEmpty()
                ? found.withCategory(before.category(), before.categoryConfidence(), before.evidence())
                : found;
    }

    private static Understanding named(Understanding found, Optional<String> employer) {
        return found.withAts(found.ats().map(ats -> ats.withNames(ats.company().or(() -> employer), ats.role())));
    }
}
