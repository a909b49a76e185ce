package io.countersign.mail;

import java.util.ArrayList;

/** Parses, identifies, understands and compresses one mail after the other. Thread-safe. */
final class MailPreparer {
    private final MailParser parser;
    private final Enrichment enrichment;
    private final ArrivalRules rules;
    private final EnvelopeBuilder envelopes;
    private final ArrivalState states = new ArrivalState();

    MailPreparer(MailParser parser, Enrichment enrichment, ArrivalRules rules, EnvelopeBuilder envelopes) {
        this.parser = parser;
        this.enrichment = enrichment;
        this.rules = rules;
        this.envelopes = envelopes;
    }

    PreparedMail prepare(RawMail raw, String account, RawPacker packer) {
        var mail = parser.parse(raw.content());
        var identity = MailIdentity.of(account, raw.content());
        var defects = new ArrayList<>(mail.defects());
        var envelope = envelopes.build(raw, mail, identity, account, defects);
        var said = states.of(raw, GmailLabels.of(mail));
        var state = rules.onArrival(envelope, said);
        var understanding = enrichment.of(raw.content(), mail, envelope, defects);
        return new PreparedMail(
                identity,
                envelope,
                said,
                state,
                understanding,
                ThreadKeys.of(mail),
                packer.pack(raw.content()),
                mail.text(),
                mail.attachments().stream().map(ParsedMail.Attachment::name).toList(),
                defects);
    }
}
