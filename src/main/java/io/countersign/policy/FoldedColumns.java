package io.countersign.policy;

import io.countersign.mail.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;

/** The texts of many mails as they are compared without case, folded once a field. Equal ones are one object. Thread-safe. */
final class FoldedColumns {
    private final List<Message> mails;
    private final IdentityHashMap<MessageField, Column> columns = new IdentityHashMap<>();

    FoldedColumns(List<Message> mails) {
        this.mails = mails;
    }

    /** The folded texts of one field, by index of the mail. */
    record Column(MessageField field, List<List<String>> texts) {
        List<String> of(int index) {
            return texts.get(index);
        }
    }

    /** Folds the field when it is asked for first. */
    synchronized Column of(MessageField field) {
        return columns.computeIfAbsent(field, this::fold);
    }

    private Column fold(MessageField field) {
        var known = new HashMap<List<String>, List<String>>();
        var column = new ArrayList<List<String>>(mails.size());
        for (var mail : mails) {
            var candidate = new Candidate(mail, Instant.EPOCH);
            column.add(known.computeIfAbsent(candidate.texts(field), _ -> candidate.foldedTexts(field)));
        }
        return new Column(field, column);
    }
}
