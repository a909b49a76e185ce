package io.countersign.shared.ui;

/** A controller whose view narrows what it lists by the text of the search field at the top. */
public interface Filterable {
    /** Shows only what contains this text; the empty text shows everything. */
    void filter(String text);

    /** What the empty search field says. */
    String filterPrompt();
}
