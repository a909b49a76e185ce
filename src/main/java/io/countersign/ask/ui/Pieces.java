package io.countersign.ask.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A text that comes in pieces from another thread; told on the UI thread as often as that keeps up, each time as a whole. */
final class Pieces {
    // No answer worth reading is longer.
    private static final int MOST = 200_000;

    private final Executor ui;
    private final Consumer<String> onText;
    private final StringBuilder text = new StringBuilder();
    private boolean announced;

    Pieces(Executor ui, Consumer<String> onText) {
        this.ui = ui;
        this.onText = onText;
    }

    /** From any thread. */
    synchronized void add(String piece) {
        if (text.length() < MOST) {
            text.append(piece);
        }
        if (!announced) {
            announced = true;
            ui.execute(this::tell);
        }
    }

    private void tell() {
        String whole;
        synchronized (this) {
            announced = false;
            whole = text.toString();
        }
        onText.accept(whole);
    }
}
