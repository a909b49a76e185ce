package io.countersign.ats.warehouse;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** Finds out what separates the cells of a file: whatever makes most columns of its heading known. */
final class CsvHeading {
    private static final int LONGEST = 100_000;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private CsvHeading() {}

    /** The format of the text; the reader stands where it stood before. */
    static CSVFormat format(Reader text) throws IOException {
        var heading = firstLine(text);
        return SEPARATORS.stream()
                .map(CsvHeading::separatedBy)
                // max keeps the last of equals, and the comma is the likeliest
                .sorted(Comparator.comparingInt(format ->
                        -SEPARATORS.indexOf(format.getDelimiterString().charAt(0))))
                .max(Comparator.comparingLong(format -> known(heading, format)))
                .orElseThrow();
    }

    private static CSVFormat separatedBy(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    private static long known(String heading, CSVFormat format) {
        try (var parser = format.parse(new StringReader(heading))) {
            return parser.stream()
                    .limit(1)
                    .flatMap(line -> Stream.of(ViewColumns.known(line.toList())))
                    .findFirst()
                    .orElse(0L);
        } catch (IOException | UncheckedIOException e) {
            return 0; // this is not what separates them
        }
    }

    private static String firstLine(Reader text) throws IOException {
        text.mark(LONGEST);
        var line = new StringBuilder();
        int c = text.read();
        while (c >= 0 && line.length() < LONGEST - 1 && (line.isEmpty() || (c != '\n' && c != '\r'))) {
            if (!line.isEmpty() || !Character.isWhitespace(c)) {
                line.append((char) c);
            }
            c = text.read();
        }
        text.reset();
        return line.toString();
    }
}
