package io.countersign.ask.ui;

import io.countersign.ask.ModelFailure;
import io.countersign.ask.ModelSettings;
import java.time.Duration;

/** How far the language model is set up. */
sealed interface ModelState {
    /** Something is missing before it may be asked. */
    record Blocked(ModelSettings.Obstacle why) implements ModelState {}

    /** It will be asked from the next question on. */
    record Ready() implements ModelState {}

    /** It is asked to say a sentence. */
    record Trying() implements ModelState {}

    /** It said this. */
    record Answered(String text, Duration after) implements ModelState {}

    /** It did not. */
    record Failed(ModelFailure why) implements ModelState {}
}
