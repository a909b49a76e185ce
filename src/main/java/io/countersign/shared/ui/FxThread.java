package io.countersign.shared.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs what other threads hand over on the JavaFX thread, in their order and a little later. */
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }
}
