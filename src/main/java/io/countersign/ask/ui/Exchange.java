package io.countersign.ask.ui;

import io.countersign.ask.Answer;
import io.countersign.ask.Question;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A question and what became of it. UI thread only. */
final class Exchange {
    private final Question question;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Asking(""));
    private final ObjectProperty<OptionalInt> proposed = new SimpleObjectProperty<>(OptionalInt.empty());

    /** How far the answer is. */
    sealed interface State {
        /** It is on its way; so much of it is there. */
        record Asking(String text) implements State {}

        /** It is whole. */
        record Answered(Answer answer) implements State {}

        /** The person stopped it; what was there stands. */
        record Stopped(String text) implements State {}

        /** There will be none; {@code reason} says why in words. */
        record Failed(String text, String reason) implements State {}
    }

    Exchange(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /** How many proposals were made of its suggestions; empty before. */
    ReadOnlyObjectProperty<OptionalInt> proposedProperty() {
        return proposed;
    }

    boolean isRunning() {
        return state.get() instanceof State.Asking;
    }

    void tell(String text) {
        if (isRunning()) {
            state.set(new State.Asking(text));
        }
    }

    void answered(Answer answer) {
        state.set(new State.Answered(answer));
    }

    void stopped() {
        state.set(new State.Stopped(told()));
    }

    void failed(String reason) {
        state.set(new State.Failed(told(), reason));
    }

    void proposed(int count) {
        proposed.set(OptionalInt.of(count));
    }

    /** They were withdrawn: they can be proposed again. */
    void takenBack() {
        proposed.set(OptionalInt.empty());
    }

    private String told() {
        return state.get() instanceof State.Asking(var text) ? text : "";
    }
}
