package io.countersign.mail.jdbc;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads a message from a row of {@link #COLUMNS}, by position: a hundred thousand of them take well under two seconds. */
final class MessageRow {
    static final String COLUMNS = """
            id, thread_id, version, message_id, account, from_name, from_email, recipients, list_id, subject, received_at, \
            preview, has_attachment, unsubscribable, size, folder, labels, assigned_labels, unread, starred, answered, \
            quarantined, category, category_confidence, evidence, risk_score, risk_reasons, expires_at, event_at, ats, receipt""";

    private final FactsJson facts;

    MessageRow(FactsJson facts) {
        this.facts = facts;
    }

    Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getLong(1), row.getLong(2), row.getInt(3), envelope(row), state(row), understanding(row));
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                row.getString(4),
                row.getString(5),
                new Address(row.getString(6), row.getString(7)),
                RowText.addresses(row.getString(8)),
                Optional.ofNullable(row.getString(9)),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getString(12),
                row.getBoolean(13),
                row.getBoolean(14),
                row.getLong(15));
    }

    private static MailboxState state(ResultSet row) throws SQLException {
        return new MailboxState(
                row.getString(16),
                RowText.lines(row.getString(17)),
                RowText.lines(row.getString(18)),
                row.getBoolean(19),
                row.getBoolean(20),
                row.getBoolean(21),
                row.getBoolean(22));
    }

    private Understanding understanding(ResultSet row) throws SQLException {
        return new Understanding(
                Category.of(row.getString(23)).orElse(Category.PERSONAL),
                row.getDouble(24),
                RowText.evidence(row.getString(25)),
                row.getInt(26),
                RowText.lines(row.getString(27)),
                instant(row, 28),
                instant(row, 29),
                facts.ats(row.getString(30)),
                facts.receipts(row.getString(31)));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
