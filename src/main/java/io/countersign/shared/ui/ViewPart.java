package io.countersign.shared.ui;

/** The controller of a part of a view that another feature brings in; the view tells it what it is told itself. */
public interface ViewPart extends Showable, CommandSource {
    /** Shows only what contains the text. */
    void filter(String text);
}
