package io.countersign.approval.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.PendingRow;
import io.countersign.ats.detection.ScamAdvice;
import io.countersign.classify.SenderProof;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.CountersignException;
import io.countersign.shared.ui.MailBody;
import java.util.List;
import java.util.Locale;

/** Collects what there is to know about a proposal. Blocking and thread-safe. */
public final class DetailReader {
    private final Approvals approvals;
    private final MessageRepository messages;
    private final MailReader mails;
    private final EarlierApplications earlier;
    private final ScamAdvice advice = ScamAdvice.load();

    public DetailReader(
            Approvals approvals, MessageRepository messages, MailReader mails, EarlierApplications earlier) {
        this.approvals = approvals;
        this.messages = messages;
        this.mails = mails;
        this.earlier = earlier;
    }

    /**
     * Reads one proposal and its mail.
     *
     * @throws CountersignException.NotFound when the proposal is gone
     */
    ProposalDetail read(PendingRow row) {
        var proposal =
                approvals.find(row.id()).orElseThrow(() -> new CountersignException.NotFound("proposal", row.id()));
        var message = messages.find(row.messageId());
        var understanding = message.map(Message::understanding).orElseGet(Understanding::unknown);
        var mail = mails.read(row.messageId());
        return new ProposalDetail(
                row,
                proposal,
                understanding,
                MailBody.of(mail.map(ParsedMail::text).orElse("")),
                mail.map(ParsedMail::attachments).orElse(List.of()),
                mail.flatMap(ParsedMail::html)
                        .map(DetailReader::fetchesPictures)
                        .orElse(false),
                approvals.history(row.from().email()),
                advice.of(understanding, mail.map(SenderProof::of).orElse(SenderProof.UNKNOWN)),
                message.map(earlier::at).orElse(List.of()));
    }

    private static boolean fetchesPictures(String html) {
        var lower = html.toLowerCase(Locale.ROOT);
        for (int tag = lower.indexOf("<img"); tag >= 0; tag = lower.indexOf("<img", tag + 4)) {
            int end = lower.indexOf('>', tag);
            int source = lower.indexOf("http", tag);
            if (source >= 0 && (end < 0 || source < end)) {
                return true;
            }
            if (source < 0) {
                return false;
            }
        }
        return false;
    }
}
