package io.countersign.shared.ui;

/** A controller that wants to know when its view comes and goes; views are loaded once and kept. */
public interface Showable {
    /** Called each time its view has become the one shown; the place to reload and to take the focus. */
    void shown();

    /** Called when another view takes its place. */
    default void hidden() {}
}
