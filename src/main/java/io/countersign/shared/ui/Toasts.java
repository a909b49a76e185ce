package io.countersign.shared.ui;

/** Short messages that pass by themselves. For the JavaFX thread. */
public interface Toasts {
    /** Says that something was done. */
    void show(String message);

    /** Says that something was done and offers one thing to do about it; {@code action} runs at most once. */
    void show(String message, String actionText, Runnable action);

    /** Says that something was done and offers two things to do about it, of which one runs, at most once. */
    void show(String message, Offer first, Offer second);

    /** What can be done about it, and the words on its button. */
    record Offer(String text, Runnable action) {}
}
