package io.countersign.app;

import com.google.re2j.Pattern;
import java.util.List;

/** Lines of the log as they may be shown to others: without addresses, names of the person, and paths on their computer. */
final class Anonymous {
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_LINE = 1000;
    private static final Pattern URL = Pattern.compile("://[^\\s|\"']+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\"'<>(),;:|=\\[\\]]+@[^\\s\"'<>(),;:|=\\[\\]]+");
    // A path may hold spaces, so that all is left out up to where a sentence or a frame of a stack trace begins again.
    private static final Pattern PATH = Pattern.compile(
            "(^|[^\\w./:>])(?:file:/|~[\\\\/]|[A-Za-z]:[\\\\/]|\\\\\\\\|/)[^\\s|\"'](?:[^|:\"']|:[^\\s|])*");

    private final List<String> names;

    /** @param names of the person: of their account and on their computer; very short ones would hide other words */
    Anonymous(List<String> names) {
        this.names =
                names.stream().filter(name -> name.length() >= SHORTEST_NAME).toList();
    }

    /** One line; a long one is cut. */
    String line(String line) {
        var masked = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        masked = URL.matcher(masked).replaceAll("://<server>");
        masked = ADDRESS.matcher(masked).replaceAll("<address>");
        masked = PATH.matcher(masked).replaceAll("$1<path> ");
        for (var name : names) {
            masked = masked.replace(name, "<name>");
        }
        return masked.stripTrailing();
    }
}
