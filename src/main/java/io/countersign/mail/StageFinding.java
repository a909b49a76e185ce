package io.countersign.mail;

import io.countersign.mail.Understanding.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * The stage that one mail announces.
 *
 * @param stage empty when the mail announces none or when it is not sure which
 * @param confidence 0..1, of the stage; where there is none, of that
 * @param evidence what was seen, strongest first
 * @param candidates what it may be, likeliest first, for the person to choose from; empty when nothing speaks for a stage
 */
public record StageFinding(Optional<Stage> stage, double confidence, List<Evidence> evidence, List<Stage> candidates) {
    public StageFinding {
        evidence = List.copyOf(evidence);
        candidates = List.copyOf(candidates);
    }

    /** Nothing speaks for any stage. */
    public static StageFinding none() {
        return new StageFinding(Optional.empty(), 0, List.of(), List.of());
    }

    /** A stage that is certain, as a person states it. */
    public static StageFinding certain(Stage stage) {
        return new StageFinding(Optional.of(stage), 1, List.of(), List.of(stage));
    }
}
