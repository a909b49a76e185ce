package io.countersign.policy.ui;

import io.countersign.policy.simulation.MatchPreview;

/** Which mail the condition in the editor holds for. */
sealed interface MatchState {
    /** There is no condition yet. */
    record None() implements MatchState {}

    /** It is being counted. */
    record Counting() implements MatchState {}

    /** It is being counted, and it holds for these at least. */
    record CountingOn(MatchPreview soFar) implements MatchState {}

    record Counted(MatchPreview preview) implements MatchState {}

    /** It could not be counted; {@code reason} says why in words. */
    record Failed(String reason) implements MatchState {}
}
