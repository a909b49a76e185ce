package io.countersign.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file; reads a bounded part of it. */
record LogTail(Path file) {
    private static final int MOST_BYTES = 512 * 1024;

    /** The last whole lines, oldest first. */
    List<String> lines(int most) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, open.length() - MOST_BYTES);
            open.seek(from);
            var bytes = new byte[Math.toIntExact(open.length() - from)];
            open.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            var whole = from == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
            return whole.subList(Math.max(0, whole.size() - most), whole.size());
        }
    }
}
