package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.policy.ui.Newest.Reached;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the draft would do, told before it is saved; kept up to date while somebody looks. UI thread only. */
final class SimulationViewModel {
    private final PoliciesReader reader;
    private final WindowPorts ports;
    private final Newest simulating;
    private final Pause typing;
    private final ReadOnlyObjectWrapper<SimulationState> state =
            new ReadOnlyObjectWrapper<>(new SimulationState.None());
    private Optional<Policy> draft = Optional.empty();
    private boolean watched;

    SimulationViewModel(PoliciesReader reader, WindowPorts ports, Pause typing) {
        this.reader = reader;
        this.ports = ports;
        this.typing = typing;
        simulating = new Newest(ports.tasks());
    }

    /** The draft is this now; empty while it is not complete. */
    void show(Optional<Policy> complete) {
        if (!draft.equals(complete)) {
            boolean typed = draft.isPresent();
            draft = complete;
            simulating.forget();
            state.set(new SimulationState.None());
            if (typed) {
                startWhenWatched();
            } else if (watched) {
                start();
            }
        }
    }

    /** Whether somebody looks at the answer. */
    void watch(boolean looking) {
        watched = looking;
        if (looking && state.get() instanceof SimulationState.None) {
            start();
        }
    }

    /** Simulates now. */
    void start() {
        draft.ifPresent(policy -> {
            state.set(new SimulationState.Running());
            simulating.ask(
                    "policies.simulating",
                    progress -> reader.simulator().simulate(List.of(policy), progress),
                    simulation -> answered(
                            policy,
                            new SimulationState.Done(
                                    policy,
                                    simulation.evaluated(),
                                    simulation.forecasts().getFirst())),
                    why -> answered(
                            policy,
                            why instanceof CancellationException
                                    ? new SimulationState.Stopped()
                                    : new SimulationState.Failed(ports.texts().of(why))));
        });
    }

    /** Stops the simulation that runs. */
    void cancel() {
        simulating.stop();
    }

    /** How far the simulation is. */
    Reached reached() {
        return simulating.reached();
    }

    ReadOnlyObjectProperty<SimulationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void startWhenWatched() {
        var wanted = draft;
        if (watched && wanted.isPresent()) {
            typing.then(() -> {
                if (watched && draft.equals(wanted) && state.get() instanceof SimulationState.None) {
                    start();
                }
            });
        }
    }

    private void answered(Policy policy, SimulationState answer) {
        if (draft.filter(policy::equals).isPresent()) {
            state.set(answer);
        }
    }
}
