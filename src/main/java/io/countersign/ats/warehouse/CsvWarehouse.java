package io.countersign.ats.warehouse;

import io.countersign.ats.WarehouseRow;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the view from a table with a heading, separated by commas, semicolons, tabs or bars (RFC 4180). */
final class CsvWarehouse {
    private final RowReading reading;
    private final Consumer<String> warnings;

    CsvWarehouse(RowReading reading, Consumer<String> warnings) {
        this.reading = reading;
        this.warnings = warnings;
    }

    List<WarehouseRow> read(Path file, byte[] start) throws IOException {
        CharacterCodingException other = new CharacterCodingException();
        for (var encoding : CsvText.encodings(start)) {
            try (var text = CsvText.open(file, encoding)) {
                return read(file.toString(), text);
            } catch (CharacterCodingException e) {
                other = e;
            }
        }
        throw other;
    }

    private List<WarehouseRow> read(String source, Reader text) throws IOException {
        try (var parser = CsvHeading.format(text).parse(text)) {
            var lines = new Lines(source, parser);
            if (!lines.next()) {
                throw new CountersignException.Invalid(source, "It is empty. Nothing was imported.");
            }
            var columns = ViewColumns.find(source, lines.current);
            int width = lines.current.size();
            var rows = new RowCollector(source);
            while (lines.next()) {
                lines.requireWidth(width);
                rows.add(reading.read(
                        lines.where(),
                        column -> columns.place(column).map(lines.current::get).orElse("")));
            }
            columns.warning(source).ifPresent(warnings);
            return rows.rows();
        }
    }

    /** The records of a file, each with the line on which it begins. */
    private static final class Lines {
        private final String source;
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private long number;
        private List<String> current = List.of();

        Lines(String source, CSVParser parser) {
            this.source = source;
            this.parser = parser;
            this.records = parser.iterator();
        }

        boolean next() throws CharacterCodingException {
            long last = parser.getCurrentLineNumber();
            try {
                if (!records.hasNext()) {
                    return false;
                }
                current = records.next().toList();
                long breaks = current.stream()
                        .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                        .sum();
                number = parser.getCurrentLineNumber() - breaks;
                return true;
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof CharacterCodingException otherEncoding) {
                    throw otherEncoding;
                }
                // The only thing that the parser stumbles over is a quotation mark.
                number = last + 1;
                throw refuse("A quotation mark is not closed, or something stands behind a closed one");
            }
        }

        void requireWidth(int width) {
            if (current.size() != width) {
                throw refuse("It has " + current.size() + " cells where the heading has " + width);
            }
        }

        String where() {
            return source + ", line " + number;
        }

        private CountersignException.Invalid refuse(String reason) {
            return new CountersignException.Invalid(where(), reason + ". Nothing was imported.");
        }
    }
}
