package io.countersign.money;

import io.countersign.mail.Message;
import io.countersign.mail.ReceiptFacts;

/**
 * What one mail says about one charge. Several statements may be about the same one: an order, its invoice, its receipt.
 *
 * @param ordinal its place among the charges of the mail, from 0
 * @param byHand a person said so
 */
public record Statement(Message message, int ordinal, ReceiptFacts facts, boolean byHand) {

    /** Names the statement for ever, as long as the mail is stored. */
    public StatementId id() {
        return new StatementId(message.id(), ordinal);
    }
}
