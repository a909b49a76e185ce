package io.countersign.classify;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A data file: sections {@code [name]} of lines {@code keyword argument}; {@code #} at the start of a line makes a
 * comment. Anything else is refused with file, line and reason.
 */
public record DataFile(String name, List<Section> sections) {

    /** A titled block of lines. */
    public record Section(String name, Line at, List<Line> lines) {}

    /** One line; {@code text} without surrounding white space. */
    public record Line(String file, int number, String text) {
        /** What to throw about this line. */
        public CountersignException.Invalid refuse(String reason) {
            return new CountersignException.Invalid(file + ", line " + number, reason + ".");
        }

        /** Refuses the line unless the condition holds. */
        public void require(boolean condition, String reason) {
            if (!condition) {
                throw refuse(reason);
            }
        }

        public String keyword() {
            int space = text.indexOf(' ');
            return space < 0 ? text : text.substring(0, space);
        }

        public String argument() {
            int space = text.indexOf(' ');
            require(space > 0, "'" + text + "' lacks an argument");
            return text.substring(space + 1).strip();
        }

        public List<String> words() {
            return List.of(text.split("\\s+", -1));
        }
    }

    /** Reads {@code /classify/NAME} from the class path. */
    static DataFile resource(String name) {
        return resource("classify", name);
    }

    /** Reads {@code /FOLDER/NAME} from the class path; a missing or broken file is refused. */
    public static DataFile resource(String folder, String name) {
        var path = "/" + folder + "/" + name;
        try (var in = DataFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new CountersignException.Invalid(path, "This data file is missing.");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a data file that was loaded already; {@code name} is for messages. */
    public static DataFile parse(String name, String content) {
        var sections = new ArrayList<Section>();
        int number = 0;
        for (var raw : content.lines().toList()) {
            number++;
            var line = new Line(name, number, raw.strip());
            if (line.text().isEmpty() || line.text().startsWith("#")) {
                continue;
            }
            if (line.text().startsWith("[")) {
                line.require(line.text().endsWith("]"), "A section begins with [ and ends with ]");
                var title = line.text().substring(1, line.text().length() - 1).strip();
                line.require(!title.isEmpty(), "A section needs a name");
                sections.add(new Section(title, line, new ArrayList<>()));
            } else {
                line.require(!sections.isEmpty(), "A line before the first section");
                sections.getLast().lines().add(line);
            }
        }
        return new DataFile(name, sections);
    }
}
