package io.countersign.shared.ui;

import java.util.ArrayList;
import java.util.List;

/** Keeps what was said, and presses the button of the newest toast on request. */
public final class RecordingToasts implements Toasts {
    private final List<String> said = new ArrayList<>();
    private Runnable newest = () -> {};
    private Runnable second = () -> {};

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

    @Override
    public void show(String message, Offer first, Offer other) {
        said.add(message + " · " + first.text() + " · " + other.text());
        newest = first.action();
        second = other.action();
    }

    public List<String> said() {
        return said;
    }

    /** Presses the button of the newest toast, the first where there are two. */
    public void press() {
        newest.run();
    }

    /** Presses the second button of the newest toast that has two. */
    public void pressSecond() {
        second.run();
    }
}
