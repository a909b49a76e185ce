package io.countersign.policy;

import io.countersign.mail.Message;
import io.countersign.shared.text.TextFold;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mail while conditions look at it: its texts are folded once, however many policies compare them. For one thread. */
final class Candidate {
    private static final byte UNKNOWN = 0;
    private static final byte HOLDS = 1;
    private static final byte FAILS = 2;
    private static final byte[] NO_LEAVES = {};

    private final Message message;
    private final Instant now;
    private final byte[] leaves;
    private final @Nullable MessageField knownField;
    private final List<String> knownTexts;
    private final List<String> knownFolded;
    private @Nullable IdentityHashMap<MessageField, List<String>> folded;

    Candidate(Message message, Instant now) {
        this(message, now, NO_LEAVES, null, List.of(), List.of());
    }

    /** With room to remember what so many numbered leaves said of it. */
    Candidate(Message message, Instant now, int leaves) {
        this(message, now, new byte[leaves], null, List.of(), List.of());
    }

    /** With the texts of one field known beforehand, as they are and folded. */
    Candidate(Message message, Instant now, MessageField field, List<String> texts, List<String> folded) {
        this(message, now, NO_LEAVES, field, texts, folded);
    }

    private Candidate(
            Message message,
            Instant now,
            byte[] leaves,
            @Nullable MessageField knownField,
            List<String> knownTexts,
            List<String> knownFolded) {
        this.message = message;
        this.now = now;
        this.leaves = leaves;
        this.knownField = knownField;
        this.knownTexts = knownTexts;
        this.knownFolded = knownFolded;
    }

    /** What the leaf of this number says of the mail; asks it at most once. */
    boolean holds(int leaf, LeafCompiler.Test test) {
        if (leaves[leaf] == UNKNOWN) {
            leaves[leaf] = test.holds(this) ? HOLDS : FAILS;
        }
        return leaves[leaf] == HOLDS;
    }

    Message message() {
        return message;
    }

    Instant now() {
        return now;
    }

    /** The texts of a field as they are; those that are empty are absent. */
    List<String> texts(MessageField field) {
        if (field.equals(knownField)) {
            return knownTexts;
        }
        return switch (field) {
            case MessageField.Text text -> present(List.of(text.read().apply(message)));
            case MessageField.Texts texts -> present(texts.read().apply(message));
            case MessageField.Numeric _, MessageField.Flag _, MessageField.Moment _ -> List.of();
        };
    }

    /** The texts of a field as they are compared without case. */
    List<String> foldedTexts(MessageField field) {
        if (field.equals(knownField)) {
            return knownFolded;
        }
        var all = folded;
        if (all == null) {
            all = new IdentityHashMap<>();
            folded = all;
        }
        var known = all.get(field);
        if (known == null) {
            known = fold(texts(field));
            all.put(field, known);
        }
        return known;
    }

    /** As they are compared without case. */
    static List<String> fold(List<String> texts) {
        return texts.size() == 1
                ? List.of(TextFold.fold(texts.getFirst()))
                : texts.stream().map(TextFold::fold).toList();
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
