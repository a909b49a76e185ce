package io.countersign.money;

import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptMails.ReceiptMail;
import java.util.List;

/** What a person does with money: look, correct, answer. Blocking and thread-safe. */
public interface MoneyDesk {
    /** Days within which two charges can be a double when nobody says otherwise. */
    int WINDOW_DAYS = 7;

    /**
     * All there is, as it is at one moment.
     *
     * @param receipts as {@link #receipts()}
     * @param withoutAmount as {@link #withoutAmount()}
     * @param duplicates as {@link #duplicates}
     * @param subscriptions as {@link #subscriptions()}
     */
    record Overview(
            List<Receipt> receipts,
            List<Statement> withoutAmount,
            List<DuplicatePair> duplicates,
            List<Subscription> subscriptions) {
        public Overview {
            receipts = List.copyOf(receipts);
            withoutAmount = List.copyOf(withoutAmount);
            duplicates = List.copyOf(duplicates);
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /** All there is, read once: quicker than its parts one by one. */
    Overview overview(int windowDays);

    /** All charges with an amount, newest first, each once. */
    List<Receipt> receipts();

    /** What mails state about charges of which the amount is unknown, newest first. */
    List<Statement> withoutAmount();

    /** Suspected doubles among {@link #receipts()}, unanswered and most suspect first; each receipt is in at most one. */
    List<DuplicatePair> duplicates(int windowDays);

    /** Charges that repeat, running ones first. */
    List<Subscription> subscriptions();

    /** Remembers what a person said about a pair, and learns from it for the merchant. */
    void answer(DuplicatePair pair, boolean duplicate);

    /** Forgets what a person said about a pair. */
    void forget(DuplicatePair pair);

    /**
     * Replaces what a mail says about one charge; detectors leave the mail alone from then on.
     *
     * @return the mail as it was, for {@link #restore}
     */
    ReceiptMail correct(StatementId statement, ReceiptFacts facts);

    /** Says that a statement is no charge at all. */
    ReceiptMail dismiss(StatementId statement);

    /** Takes a correction or dismissal back. */
    void restore(ReceiptMail before);
}
