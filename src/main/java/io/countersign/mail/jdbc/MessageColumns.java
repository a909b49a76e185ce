package io.countersign.mail.jdbc;

import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.StoredMail;
import io.countersign.mail.Understanding;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of statements that write a message, cutting what is too long for its column. */
final class MessageColumns {
    static final int MESSAGE_ID = 500;

    private static final int LIST = 10_000;
    private static final int RECIPIENTS = 20_000;

    private final FactsJson facts;

    MessageColumns(FactsJson facts) {
        this.facts = facts;
    }

    /** In the order of {@code identity, message_key}, {@link MessageRow#COLUMNS}, raw location, defects. */
    void bind(PreparedStatement statement, StoredMail mail) throws SQLException {
        var message = mail.message();
        var cut = new ArrayList<String>(mail.defects());
        var row = new Row(statement, cut);
        row.put(mail.identity());
        row.put(key(message.envelope().messageId()));
        row.put(message.id());
        row.put(message.threadId());
        row.put(message.version());
        envelope(row, message.envelope());
        state(row, message.state());
        understanding(row, message.understanding());
        row.put(mail.raw().segment());
        row.put(mail.raw().offset());
        row.put(mail.raw().length());
        row.put(RowText.lines(List.copyOf(cut), LIST));
    }

    /** What a Message-ID is looked up by; different ones may share it. */
    static long key(String messageId) {
        var stored = RowText.fit(messageId, MESSAGE_ID);
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < stored.length(); i++) {
            hash = (hash ^ stored.charAt(i)) * 0x100000001b3L; // FNV-1a
        }
        return hash;
    }

    /** The state's columns, in the order of {@link MessageRow#COLUMNS}; returns the next free parameter. */
    int bind(PreparedStatement statement, MailboxState state) throws SQLException {
        var row = new Row(statement, new ArrayList<>());
        state(row, state);
        return row.next;
    }

    /** The understanding's columns, in the order of {@link MessageRow#COLUMNS}; returns the next free parameter. */
    int bind(PreparedStatement statement, Understanding understanding) throws SQLException {
        var row = new Row(statement, new ArrayList<>());
        understanding(row, understanding);
        return row.next;
    }

    /** True when both would be stored alike. */
    boolean same(Understanding one, Understanding other) {
        return asStored(one).equals(asStored(other));
    }

    private static List<Object> asStored(Understanding understanding) {
        return List.of(
                understanding.category(),
                understanding.categoryConfidence(),
                RowText.evidence(understanding.evidence(), LIST),
                understanding.riskScore(),
                RowText.lines(understanding.riskReasons(), LIST),
                understanding.expiresAt(),
                understanding.eventAt(),
                understanding.ats(),
                understanding.receipts());
    }

    private static void envelope(Row row, Envelope envelope) throws SQLException {
        row.put("Message-ID", envelope.messageId(), MESSAGE_ID);
        row.put("account", envelope.account(), 320);
        row.put("sender name", envelope.from().name(), 320);
        row.put("sender address", envelope.from().email(), 320);
        row.put(RowText.addresses(envelope.to(), RECIPIENTS));
        row.putNullable("List-Id", envelope.listId().orElse(null), 320);
        row.put("subject", envelope.subject(), 2000);
        row.put(envelope.receivedAt());
        row.put("preview", envelope.preview(), Envelope.PREVIEW_LENGTH);
        row.put(envelope.hasAttachment());
        row.put(envelope.unsubscribable());
        row.put(envelope.size());
    }

    private static void state(Row row, MailboxState state) throws SQLException {
        row.put("folder", state.folder(), 320);
        row.put(RowText.lines(state.labels(), LIST));
        row.put(RowText.lines(state.assignedLabels(), LIST));
        row.put(state.unread());
        row.put(state.starred());
        row.put(state.answered());
        row.put(state.quarantined());
    }

    private void understanding(Row row, Understanding understanding) throws SQLException {
        row.put(understanding.category().id());
        row.put(understanding.categoryConfidence());
        row.put(RowText.evidence(understanding.evidence(), LIST));
        row.put(understanding.riskScore());
        row.put(RowText.lines(understanding.riskReasons(), LIST));
        row.put(understanding.expiresAt());
        row.put(understanding.eventAt());
        row.put(facts.ats(understanding.ats()));
        row.put(facts.receipts(understanding.receipts()));
    }

    /** The parameters of one statement, filled from the first to the last. */
    private static final class Row {
        private final PreparedStatement statement;
        private final List<String> defects;
        private int next = 1;

        Row(PreparedStatement statement, List<String> defects) {
            this.statement = statement;
            this.defects = defects;
        }

        void put(@Nullable Object content) throws SQLException {
            statement.setObject(next++, content);
        }

        void put(Instant instant) throws SQLException {
            put((Object) instant.atOffset(ZoneOffset.UTC));
        }

        void put(Optional<Instant> instant) throws SQLException {
            put((Object) instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
        }

        void put(String what, String text, int limit) throws SQLException {
            var fitting = RowText.fit(text, limit);
            if (fitting.length() < text.length()) {
                defects.add(what + " of " + text.length() + " characters cut to " + fitting.length());
            }
            put((Object) fitting);
        }

        void putNullable(String what, @Nullable String text, int limit) throws SQLException {
            if (text == null) {
                put((Object) null);
            } else {
                put(what, text, limit);
            }
        }
    }
}
