package io.countersign.ats.warehouse;

import io.countersign.ats.WarehouseReader;
import io.countersign.ats.WarehouseRow;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads the view from whatever is named: a JDBC URL, a Parquet file or a CSV file, told apart by their content. Whatever is
 * wrong with it refuses it as a whole.
 */
public final class WarehouseSources implements WarehouseReader {
    /** Larger files are refused. */
    static final long LARGEST_FILE = 64L << 20;

    private static final int START = 4;
    private static final Duration PARQUET_LIMIT = Duration.ofMinutes(1);

    private final WarehouseReader databases;
    private final CsvWarehouse tables;
    private final ParquetWarehouse parquet;

    /**
     * Reads with the stage names that are shipped.
     *
     * @param databases reads JDBC URLs
     * @param warnings hears sentences about what was ignored
     */
    public WarehouseSources(WarehouseReader databases, Consumer<String> warnings) {
        this(databases, warnings, PARQUET_LIMIT);
    }

    WarehouseSources(WarehouseReader databases, Consumer<String> warnings, Duration parquetLimit) {
        this.databases = databases;
        var reading = new RowReading(StageWords.load());
        tables = new CsvWarehouse(reading, warnings);
        parquet = new ParquetWarehouse(reading, warnings, parquetLimit);
    }

    @Override
    public List<WarehouseRow> read(String fileOrUrl) {
        if (fileOrUrl.strip().toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
            return databases.read(fileOrUrl.strip());
        }
        var file = file(fileOrUrl);
        try {
            return read(file);
        } catch (IOException e) {
            throw new CountersignException.Invalid(fileOrUrl, "It cannot be read. Nothing was imported.");
        }
    }

    private List<WarehouseRow> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new CountersignException.Invalid(
                    file.toString(),
                    "It is larger than 64 MB. Keep only your own applications in it. Nothing was imported.");
        }
        var start = start(file);
        var magic = new String(start, StandardCharsets.ISO_8859_1);
        if (magic.equals("PAR1")) {
            return parquet.read(file);
        }
        if (magic.startsWith("PK") || magic.equals("\u00D0\u00CF\u0011\u00E0")) {
            throw new CountersignException.Invalid(
                    file.toString(), "It is a spreadsheet or an archive; export it as CSV. Nothing was imported.");
        }
        return tables.read(file, start);
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        }
    }

    private static Path file(String name) {
        try {
            var file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // said below: no such file
        }
        throw new CountersignException.Invalid(name, "There is no such file.");
    }
}
