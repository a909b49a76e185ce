package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.approval.Proposal;
import io.countersign.approval.SenderHistory;
import io.countersign.approval.ui.EarlierApplications.Earlier;
import io.countersign.ats.detection.RecruiterRisk;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.ui.MailBody;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the right side shows about a proposal.
 *
 * @param understanding unknown when the mail is gone
 * @param recruiterRisk present when it is a recruiter's and looks wrong
 * @param earlier applications at the employer that the mail is about, newest first
 * @param remotePictures true when the mail would fetch pictures; they never are
 */
record ProposalDetail(
        PendingRow row,
        Proposal proposal,
        Understanding understanding,
        MailBody body,
        List<ParsedMail.Attachment> attachments,
        boolean remotePictures,
        SenderHistory history,
        Optional<RecruiterRisk> recruiterRisk,
        List<Earlier> earlier) {
    ProposalDetail {
        earlier = List.copyOf(earlier);
        attachments = List.copyOf(attachments);
    }
}
