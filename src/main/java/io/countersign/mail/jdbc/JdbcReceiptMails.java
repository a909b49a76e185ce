package io.countersign.mail.jdbc;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptMails;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts in H2 or PostgreSQL: they are stored with their mail; a small table says which mails have some. */
public final class JdbcReceiptMails implements ReceiptMails {
    private final Statements sql;
    private final JdbcMailChanges log;
    private final MessageRepository messages;
    private final Clock clock;
    private final FactsJson facts = new FactsJson();

    public JdbcReceiptMails(Database database, MessageRepository messages, Clock clock) {
        this.sql = new Statements(database);
        this.log = new JdbcMailChanges(database);
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<ReceiptMail> all() {
        var byHand = byHand();
        return messages.findAll(byHand.keySet()).stream()
                .map(message -> new ReceiptMail(message, byHand.getOrDefault(message.id(), false)))
                .toList();
    }

    private Map<Long, Boolean> byHand() {
        var byHand = new HashMap<Long, Boolean>();
        sql.list(
                "select message_id, corrected_at is not null from receipt_mail",
                row -> byHand.put(row.getLong(1), row.getBoolean(2)));
        return byHand;
    }

    @Override
    public ReceiptMail correct(long messageId, List<ReceiptFacts> receipts) {
        return sql.inTransaction(() -> {
            var message = message(messageId);
            boolean byHand = sql.number(
                            "select count(*) from receipt_mail where message_id = ? and corrected_at is not null",
                            messageId)
                    > 0;
            store(message, receipts, clock.instant());
            return new ReceiptMail(message, byHand);
        });
    }

    @Override
    public void restore(ReceiptMail before) {
        sql.inTransaction(() -> {
            var message = message(before.message().id());
            store(message, before.message().understanding().receipts(), before.byHand() ? clock.instant() : null);
            return message;
        });
    }

    private Message message(long id) {
        return messages.find(id).orElseThrow(() -> new CountersignException.NotFound("message", id));
    }

    private void store(Message message, List<ReceiptFacts> receipts, @Nullable Instant correctedAt) {
        if (!message.understanding().receipts().equals(receipts)) {
            log.note(List.of(message.id()), false);
            sql.update(
                    "update message set receipt = ?, version = version + 1 where id = ?",
                    facts.receipts(receipts),
                    message.id());
        }
        sql.update("delete from receipt_mail where message_id = ?", message.id());
        if (correctedAt != null || !receipts.isEmpty()) {
            sql.update("insert into receipt_mail (message_id, corrected_at) values (?, ?)", message.id(), correctedAt);
        }
    }
}
