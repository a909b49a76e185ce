package io.countersign.shared.ui;

import java.util.ArrayList;
import java.util.List;

/** Keeps what was said, and presses the button of the newest toast on request. */
public final class RecordingToasts implements Toasts {
    private final List<String> said = new ArrayList<>();
    private Runnable newest = () -> {};

    @Override
    public void show(String message) {
        said.add(message);
        newest = () -> {};
    }

    @Override
    public void show(String message, String actionText, Runnable action) {
        said.add(message + " · " + actionText);
        newest = action;
    }

    public List<String> said() {
        return said;
    }

    /** Presses the button of the newest toast. */
    public void press() {
        newest.run();
    }
}
