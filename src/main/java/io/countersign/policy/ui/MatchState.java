package io.countersign.policy.ui;

import io.countersign.policy.simulation.MatchPreview;
import java.util.Optional;

/** Which mail the condition in the editor holds for. */
sealed interface MatchState {
    /** There is no condition yet. */
    record None() implements MatchState {}

    /** It is being counted; {@code before} is what an earlier condition gave. */
    record Counting(Optional<MatchPreview> before) implements MatchState {}

    record Counted(MatchPreview preview) implements MatchState {}

    /** It could not be counted; {@code reason} says why in words. */
    record Failed(String reason) implements MatchState {}
}
