package io.countersign.shared.ui;

/** A controller whose view looks through all mail. */
public interface Searchable {
    /** Looks for a text as if it had been typed, and gives its field the keyboard; the empty text only does the latter. */
    void search(String text);

    /** Asks a question as if it had been typed. */
    void ask(String question);
}
