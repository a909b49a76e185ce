package io.countersign.mail;

import java.util.List;

/** The mails that speak of money, and what people corrected about them. Blocking and thread-safe. */
public interface ReceiptMails {
    /**
     * A mail that speaks of money.
     *
     * @param byHand a person had the last word: detectors leave its receipts alone, rescans included
     */
    record ReceiptMail(Message message, boolean byHand) {}

    /** All of them, by rising id; also mails of which a person said that they state no charge. */
    List<ReceiptMail> all();

    /**
     * Sets what a mail says of money, for ever; none when it states no charge at all.
     *
     * @return the mail as it was before, for {@link #restore}
     * @throws io.countersign.shared.CountersignException.NotFound when there is no such mail
     */
    ReceiptMail correct(long messageId, List<ReceiptFacts> receipts);

    /** Takes a correction back. */
    void restore(ReceiptMail before);
}
