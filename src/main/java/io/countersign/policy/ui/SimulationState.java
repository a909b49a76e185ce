package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.policy.simulation.Simulation;

/** What is known of what the draft would do. */
sealed interface SimulationState {
    /** Nothing was simulated, or the draft is not complete. */
    record None() implements SimulationState {}

    record Running() implements SimulationState {}

    /**
     * It was simulated.
     *
     * @param of the draft as it was then
     */
    record Done(Policy of, long evaluated, Simulation.Forecast forecast) implements SimulationState {}

    /** The person stopped it. */
    record Stopped() implements SimulationState {}

    /** It could not be; {@code reason} says why in words. */
    record Failed(String reason) implements SimulationState {}
}
