package io.countersign.policy.ui;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * On which line of a JSON text each part stands; paths are those of problems and lint: {@code condition.all[1].lt[0]}.
 *
 * @param lines from 1, by path
 */
record JsonOutline(Map<String, Integer> lines) {
    private static final JsonFactory FACTORY = new JsonFactory();
    // Beyond this nobody looks for a line; the parts that have none take the line of what is around them.
    private static final int MOST = 20_000;

    JsonOutline {
        lines = Map.copyOf(lines);
    }

    /** An array with the index of its next element, or an object with the name of its member. */
    private static final class Level {
        private final String path;
        private final boolean array;
        private int index;
        private String member = "";

        Level(String path, boolean array) {
            this.path = path;
            this.array = array;
        }

        String next() {
            return array ? path + "[" + index++ + "]" : path + "." + member;
        }
    }

    /** Outlines a text; of one that is no JSON only the part before that. */
    static JsonOutline of(String text, String root) {
        var lines = new HashMap<String, Integer>();
        try (var parser = FACTORY.createParser(text)) {
            outline(parser, root, lines);
        } catch (IOException _) {
            // Whoever reads the text says what is wrong with it.
        }
        return new JsonOutline(lines);
    }

    /** The line of a path, else of the nearest part around it; 1 when nothing is known. */
    int line(String path) {
        var part = path;
        while (!part.isEmpty()) {
            var line = lines.get(part);
            if (line != null) {
                return line;
            }
            part = part.substring(0, Math.max(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('['))));
        }
        return 1;
    }

    private static void outline(JsonParser parser, String root, Map<String, Integer> lines) throws IOException {
        Deque<Level> levels = new ArrayDeque<>();
        for (var token = parser.nextToken(); token != null && lines.size() < MOST; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                levels.element().member = parser.currentName();
                lines.put(
                        levels.element().path + "." + parser.currentName(),
                        parser.currentTokenLocation().getLineNr());
            } else if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                levels.pop();
            } else {
                var path = levels.isEmpty() ? root : levels.element().next();
                lines.put(path, parser.currentTokenLocation().getLineNr());
                if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                    levels.push(new Level(path, token == JsonToken.START_ARRAY));
                }
            }
        }
    }
}
