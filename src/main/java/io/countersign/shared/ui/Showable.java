package io.countersign.shared.ui;

/** A controller that wants to know when its view comes and goes; views are loaded once and kept. */
public interface Showable {
    /** Called each time its view has become the one shown; the place to reload. */
    void shown();

    /** Called after {@link #shown} and when the search field is left: give the keyboard to the list. */
    default void focus() {}

    /** Called when another view takes its place. */
    default void hidden() {}
}
