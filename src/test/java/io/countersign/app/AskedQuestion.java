package io.countersign.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A question of a file, and the lines below it that say what its answer must hold. */
record AskedQuestion(String text, List<Check> checks) {
    record Check(String kind, String argument) {}

    static List<AskedQuestion> read(String name) {
        try (var in = AskedQuestion.class.getResourceAsStream("/ask/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AskedQuestion> parse(String content) {
        var questions = new ArrayList<AskedQuestion>();
        for (var line : (Iterable<String>) content.lines()::iterator) {
            if (line.startsWith("? ")) {
                questions.add(new AskedQuestion(line.substring(2), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                questions
                        .getLast()
                        .checks()
                        .add(
                                colon < 0
                                        ? new Check(line.strip(), "")
                                        : new Check(
                                                line.substring(0, colon),
                                                line.substring(colon + 1).strip()));
            }
        }
        return questions;
    }

    @Override
    public String toString() {
        return text;
    }
}
