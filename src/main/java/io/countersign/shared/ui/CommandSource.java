package io.countersign.shared.ui;

import java.util.List;

/** A controller with commands of its own; they can be run, and their shortcuts work, while its view is shown. */
public interface CommandSource {
    /** Asked once, after the view was loaded. */
    List<Command> commands();
}
