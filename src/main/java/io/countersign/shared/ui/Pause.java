package io.countersign.shared.ui;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Waits until a person stops typing. UI thread only. */
public interface Pause {
    /** Does this a little later, in place of what was still to be done. */
    void then(Runnable work);

    /** A pause of that length. */
    static Pause of(Duration length) {
        var wait = new PauseTransition(length);
        return work -> {
            wait.setOnFinished(_ -> work.run());
            wait.playFromStart();
        };
    }

    /** Does not wait. */
    static Pause none() {
        return Runnable::run;
    }
}
