package io.countersign.policy;

import io.countersign.mail.Message;
import java.util.IdentityHashMap;
import java.util.List;

/** The texts of many mails by field, read when a field is asked for first. Thread-safe. */
final class TextColumns {
    private final List<Message> mails;
    private final IdentityHashMap<MessageField, TextColumn> columns = new IdentityHashMap<>();

    TextColumns(List<Message> mails) {
        this.mails = mails;
    }

    synchronized TextColumn of(MessageField field) {
        return columns.computeIfAbsent(field, one -> TextColumn.of(one, mails));
    }

    /** The same fields for other mails; see {@link TextColumn#following}. */
    synchronized TextColumns following(List<Message> now, int[] origins) {
        var followed = new TextColumns(now);
        columns.forEach((field, column) -> followed.columns.put(field, column.following(now, origins)));
        return followed;
    }
}
