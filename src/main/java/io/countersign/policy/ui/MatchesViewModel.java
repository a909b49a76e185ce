package io.countersign.policy.ui;

import io.countersign.policy.Condition;
import io.countersign.policy.MessageField;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The mail that a condition holds for, counted while a person types it. UI thread only. */
final class MatchesViewModel {
    /** So many of the newest are listed. */
    static final int LISTED = 50;

    private static final int COMPLETIONS = 8;

    private final PoliciesReader reader;
    private final WindowPorts ports;
    private final Newest counting;
    private final Newest completing;
    private final Newest preparing;
    private final Pause typing;
    private final ReadOnlyObjectWrapper<MatchState> state = new ReadOnlyObjectWrapper<>(new MatchState.None());
    private Optional<Condition> asked = Optional.empty();

    /** {@code typing} is waited for before anything is counted. */
    MatchesViewModel(PoliciesReader reader, WindowPorts ports, Pause typing) {
        this.reader = reader;
        this.ports = ports;
        this.typing = typing;
        counting = new Newest(ports.tasks());
        completing = new Newest(ports.tasks());
        preparing = new Newest(ports.tasks());
    }

    /** Counts what this holds for; does nothing when that is known. */
    void show(Condition condition) {
        if (asked.filter(condition::equals).isEmpty()) {
            boolean first = asked.isEmpty();
            asked = Optional.of(condition);
            state.set(new MatchState.Counting());
            if (first) { // nobody types yet
                count(condition);
                return;
            }
            typing.then(() -> {
                if (asked.filter(condition::equals).isPresent()) {
                    count(condition);
                }
            });
        }
    }

    /** Counts again: the mail has changed. */
    void again() {
        asked.ifPresent(this::count);
    }

    /** Loads the mail before anything is asked, so that the first count does not wait for it. */
    void prepare() {
        preparing.ask(
                "policies.preparing",
                progress -> {
                    reader.matches().prepare(progress);
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /** There is no condition to count for. */
    void clear() {
        asked = Optional.empty();
        counting.forget();
        state.set(new MatchState.None());
    }

    /** Values of a field in the person's own mail; {@code then} is called once, unless newer ones are asked for. */
    void complete(MessageField field, String typed, Consumer<List<String>> then) {
        completing.ask(
                "policies.completing",
                _ -> reader.matches().complete(field, typed, COMPLETIONS),
                then,
                _ -> then.accept(List.of()));
    }

    ReadOnlyObjectProperty<MatchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void count(Condition condition) {
        ask(condition, progress -> {
            var matches = reader.matches();
            var ahead = matches.ahead(condition, LISTED, progress);
            return ahead.isPresent()
                    ? new MatchState.CountingOn(ahead.get())
                    : new MatchState.Counted(matches.matches(condition, LISTED, progress));
        });
    }

    private void countOn(Condition condition) {
        ask(condition, progress -> new MatchState.Counted(reader.matches().matches(condition, LISTED, progress)));
    }

    private void ask(Condition condition, BackgroundTasks.Job<MatchState> job) {
        counting.ask("policies.counting", job, answer -> answered(condition, answer), why -> {
            if (!(why instanceof CancellationException)) {
                answered(condition, new MatchState.Failed(ports.texts().of(why)));
            }
        });
    }

    private void answered(Condition condition, MatchState answer) {
        if (asked.filter(condition::equals).isPresent()) {
            state.set(answer);
            if (answer instanceof MatchState.CountingOn) {
                countOn(condition);
            }
        }
    }
}
