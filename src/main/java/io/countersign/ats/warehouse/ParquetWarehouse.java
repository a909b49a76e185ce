package io.countersign.ats.warehouse;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import io.countersign.ats.WarehouseRow;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the view from a Parquet file. A damaged one can make the library wait for ever or ask for more memory than there is,
 * so it works in a thread of its own for a limited time.
 */
final class ParquetWarehouse {
    private final RowReading reading;
    private final Consumer<String> warnings;
    private final Duration limit;

    ParquetWarehouse(RowReading reading, Consumer<String> warnings, Duration limit) {
        this.reading = reading;
        this.warnings = warnings;
        this.limit = limit;
    }

    List<WarehouseRow> read(Path file) {
        try (var parquet = ParquetFileReader.open(InputFile.of(file))) {
            return within(() -> read(file.toString(), parquet));
        } catch (CompletionException e) {
            throw e.getCause() instanceof CountersignException known ? known : unreadable(file);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // a damaged file shows itself in many ways, none of them worth telling apart; a length that it claims
            // falsely
            // is refused as a whole and leaves the memory as it was
            throw unreadable(file);
        }
    }

    private static CountersignException unreadable(Path file) {
        return new CountersignException.Invalid(
                file.toString(), "This Parquet file cannot be read. Export it as CSV. Nothing was imported.");
    }

    private <T> T within(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("parquet").start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | OutOfMemoryError e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private List<WarehouseRow> read(String source, ParquetFileReader parquet) {
        var schema = parquet.getFileSchema();
        if (!schema.isFlatSchema()) {
            throw new CountersignException.Invalid(
                    source, "It has columns inside of columns. Export the view itself. Nothing was imported.");
        }
        var columns = ViewColumns.find(
                source, schema.getColumns().stream().map(ColumnSchema::name).toList());
        var rows = new RowCollector(source);
        try (var lines = parquet.rowReader()) {
            for (long number = 1; lines.hasNext(); number++) {
                lines.next();
                rows.add(reading.read(
                        source + ", row " + number,
                        column -> columns.place(column)
                                .map(place -> text(lines, place))
                                .orElse("")));
            }
        }
        columns.warning(source).ifPresent(warnings);
        return rows.rows();
    }

    private static String text(RowReader line, int place) {
        if (line.isNull(place)) {
            return "";
        }
        var cell = line.getValue(place);
        return cell instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(cell);
    }
}
