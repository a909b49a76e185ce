package io.countersign.policy.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The states that a draft had, to go back to. What is typed into one place without a break is one step. */
final class History {
    private static final int LONGEST = 200;

    private final Deque<EditorDraft> past = new ArrayDeque<>();
    private final Deque<EditorDraft> future = new ArrayDeque<>();
    private String last = "";

    /** Notes the state before a change; steps of the same name, unless it is empty, are one. */
    void step(String name, EditorDraft before) {
        future.clear();
        if (name.isEmpty() || !name.equals(last)) {
            past.push(before);
            if (past.size() > LONGEST) {
                past.removeLast();
            }
        }
        last = name;
    }

    Optional<EditorDraft> back(EditorDraft now) {
        return turn(past, future, now);
    }

    Optional<EditorDraft> forth(EditorDraft now) {
        return turn(future, past, now);
    }

    boolean canGoBack() {
        return !past.isEmpty();
    }

    boolean canGoForth() {
        return !future.isEmpty();
    }

    void clear() {
        past.clear();
        future.clear();
        last = "";
    }

    private Optional<EditorDraft> turn(Deque<EditorDraft> from, Deque<EditorDraft> to, EditorDraft now) {
        last = "";
        var state = Optional.ofNullable(from.poll());
        state.ifPresent(_ -> to.push(now));
        // The place of the policy may have changed since; what it says comes back.
        return state.map(said -> said.at(now.id() == 0 ? now.place().withEnabled(said.enabled()) : now.place()));
    }
}
