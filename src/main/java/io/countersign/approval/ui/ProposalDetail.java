package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.approval.Proposal;
import io.countersign.approval.SenderHistory;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.ui.MailBody;
import java.util.List;

/**
 * Everything that the right side shows about a proposal.
 *
 * @param understanding unknown when the mail is gone
 * @param remotePictures true when the mail would fetch pictures; they never are
 */
record ProposalDetail(
        PendingRow row,
        Proposal proposal,
        Understanding understanding,
        MailBody body,
        List<ParsedMail.Attachment> attachments,
        boolean remotePictures,
        SenderHistory history) {
    ProposalDetail {
        attachments = List.copyOf(attachments);
    }
}
