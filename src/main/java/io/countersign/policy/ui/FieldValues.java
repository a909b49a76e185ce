package io.countersign.policy.ui;

import io.countersign.policy.MessageField;
import io.countersign.shared.ui.CompletingField;
import io.countersign.shared.ui.CompletingField.Completer;
import io.countersign.shared.ui.CompletingField.Offer;
import io.countersign.shared.ui.Pause;
import javafx.util.Duration;

/** Completes the value of a clause with what the person's own mail has there. */
final class FieldValues {
    private static final Duration TYPING = Duration.millis(120);

    private FieldValues() {}

    /** A field for values of this part of a mail. */
    static CompletingField field(MatchesViewModel matches, MessageField field) {
        return new CompletingField(of(matches, field), Pause.of(TYPING));
    }

    static Completer of(MatchesViewModel matches, MessageField field) {
        return (typed, _, then) -> matches.complete(
                field,
                typed,
                values -> then.accept(values.stream().map(Offer::whole).toList()));
    }
}
