package io.countersign.policy;

import io.countersign.mail.Message;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;

/** One mail while conditions look at it: its texts are folded once, however many policies compare them. For one thread. */
final class Candidate {
    private final Message message;
    private final Instant now;
    private final IdentityHashMap<MessageField, List<String>> folded = new IdentityHashMap<>();

    Candidate(Message message, Instant now) {
        this.message = message;
        this.now = now;
    }

    Message message() {
        return message;
    }

    Instant now() {
        return now;
    }

    /** The texts of a field as they are; those that are empty are absent. */
    List<String> texts(MessageField field) {
        return switch (field) {
            case MessageField.Text text -> present(List.of(text.read().apply(message)));
            case MessageField.Texts texts -> present(texts.read().apply(message));
            case MessageField.Numeric _, MessageField.Flag _, MessageField.Moment _ -> List.of();
        };
    }

    /** The texts of a field as they are compared without case. */
    List<String> foldedTexts(MessageField field) {
        var known = folded.get(field);
        if (known == null) {
            known = texts(field).stream().map(TextFold::fold).toList();
            folded.put(field, known);
        }
        return known;
    }

    private static List<String> present(List<String> texts) {
        for (var text : texts) {
            if (text.isEmpty()) {
                return texts.stream().filter(one -> !one.isEmpty()).toList();
            }
        }
        return texts;
    }
}
