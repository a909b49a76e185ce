package io.countersign.app;

import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The opened services as the window needs them. */
public interface WindowContext extends AutoCloseable {
    /**
     * How to make the controllers of the views, by class; the shell adds those of Settings, Welcome and itself. Called once, on the
     * JavaFX thread, and must not block.
     */
    Map<Class<?>, Supplier<?>> controllers(WindowPorts ports);

    /**
     * Counts what the rail shows beside the views and reads ahead what would keep a view waiting, in the background: when the
     * window opens and after mail has changed. On the JavaFX thread.
     */
    void count(WindowPorts ports);

    /** How many mails are stored. Blocking, thread-safe. */
    long mailCount();

    /** Whose mail this is, as the top bar shows it. */
    String account();

    /** True for the database inside this process, false for a server. */
    boolean isEmbedded();

    /** Lets better detectors look at the mail again where that is due; returns how many mails it looked at. Blocking. */
    long upgrade(Progress progress);

    /**
     * Brings the search index up to the stored mail and lets it follow every change from then on; false when the engine cannot
     * do it now: then it catches up by itself later. Blocking; cancelled, it follows nothing until it is called again.
     */
    boolean index(Progress progress);

    /**
     * Lets jobs run by the clock from now on, those first that were missed. Blocking.
     *
     * @param arrivals hears on a thread of the jobs how many new mails one of them brought in
     */
    void startJobs(LongConsumer arrivals);

    /**
     * Begins what the person wants of an open window, in the background: the local API, and what can be done about jobs, which
     * goes to {@code commands}. Once, on the JavaFX thread, after {@link #controllers}.
     */
    void begin(WindowPorts ports, Consumer<List<Command>> commands);

    /** What jobs run here, in words; closing waits for them to end or to park. Blocking. */
    List<String> unfinished(Texts texts);

    /** Copies an embedded database to be safe, unless that was done within the last hour; never fails. Blocking. */
    void copyDatabase();

    /** What a bug report needs, without anything of the person's mail; never fails. Blocking. */
    String diagnostics();

    /** How the mailbox is filled: at first, and later with more. */
    FirstRun firstRun();

    /** Called once, off the JavaFX thread, when no background work runs any more. */
    @Override
    void close();
}
