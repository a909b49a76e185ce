package io.countersign.shared.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;
import io.countersign.shared.task.Progress;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints. Results go to the standard output, as JSON Lines when {@code --json} was given; everything else
 * (progress, warnings) to the error output.
 */
public final class Output {
    private final PrintWriter out;
    private final PrintWriter err;
    private final BooleanSupplier json;
    private final boolean terminal;

    /**
     * Prints to these streams.
     *
     * @param terminal true when a person watches the error output, so that a progress bar makes sense
     */
    public Output(PrintWriter out, PrintWriter err, BooleanSupplier json, boolean terminal) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = terminal;
    }

    /** True when results are to be JSON Lines. */
    public boolean isJson() {
        return json.getAsBoolean();
    }

    /** A new object to fill and hand to {@link #json(JsonNode)}. */
    public static ObjectNode object() {
        return Json.object();
    }

    /** Plain values as a JSON tree. */
    public static JsonNode tree(Object values) {
        return Json.tree(values);
    }

    /** A JSON text as a tree. */
    public static JsonNode parsed(String json) {
        return Json.parsed(json);
    }

    /** Prints one JSON document on one line. */
    public void json(JsonNode node) {
        out.println(Json.line(node));
    }

    /** Prints one line of text. */
    public void line(String text) {
        out.println(text);
    }

    /** Prints a piece of text at once, for what comes piece by piece. */
    public void piece(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints a table with aligned columns. */
    public void table(TextTable table) {
        table.lines().forEach(out::println);
    }

    /** Tells the person something that is not a result. */
    public void warn(String text) {
        err.println(text);
        err.flush();
    }

    /** Tells the person several things that are not a result. */
    public void warnAll(List<String> lines) {
        lines.forEach(this::warn);
    }

    /** Shows how far the work is: a bar on a terminal, nothing elsewhere. */
    public Progress progress() {
        return terminal ? new ConsoleProgress(err) : Progress.none();
    }

    /** Pushes everything out. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
