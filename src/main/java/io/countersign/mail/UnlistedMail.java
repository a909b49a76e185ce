package io.countersign.mail;

import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Mail in the files of a {@link SegmentRawMailStore} that was stored after the newest mail that a database knows of: what is
 * there when the database is an older copy. Which folder it was in is not known.
 */
public final class UnlistedMail implements MailSource {
    private static final int HEADER = 8;
    private static final int ZSTD = 0xFD2FB528;

    private final Path folder;
    private final int segment;
    private final long offset;

    /** @param newest where that mail lies; empty when all mail is unlisted */
    public UnlistedMail(Path folder, Optional<RawLocation> newest) {
        this.folder = folder;
        this.segment = newest.map(RawLocation::segment).orElse(0);
        this.offset = newest.map(at -> at.offset() + HEADER + at.length()).orElse(0L);
    }

    @Override
    public void read(Sink sink, Progress progress) {
        try {
            for (var file : segments()) {
                read(file, SegmentRawMailStore.number(file) == segment ? offset : 0, sink, progress);
            }
        } catch (IOException e) {
            throw new CountersignException.Storage("read " + folder, e);
        }
    }

    private List<Path> segments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(SegmentRawMailStore::isSegment)
                    .filter(file -> SegmentRawMailStore.number(file) >= segment)
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, long from, Sink sink, Progress progress) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.max(0, channel.size() - from));
            int at = 0;
            while (bytes.limit() - at > HEADER) {
                var entry = entry(bytes, at);
                if (entry.isPresent()) {
                    progress.checkCancelled();
                    sink.mail(new RawMail(
                            entry.get(), file.toString(), from + at, RawMail.INBOX, Set.of(), Optional.empty()));
                    at += HEADER + bytes.getInt(at);
                } else {
                    at++; // what a killed process left
                }
            }
        }
    }

    private static Optional<byte[]> entry(ByteBuffer bytes, int at) {
        int length = bytes.getInt(at);
        if (length < Integer.BYTES || length > bytes.limit() - at - HEADER || !isZstd(bytes, at + HEADER)) {
            return Optional.empty();
        }
        var packed = new byte[length];
        bytes.get(at + HEADER, packed);
        var checksum = new CRC32C();
        checksum.update(packed);
        return (int) checksum.getValue() == bytes.getInt(at + Integer.BYTES)
                ? RawPacker.unpack(packed)
                : Optional.empty();
    }

    private static boolean isZstd(ByteBuffer bytes, int at) {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(at) == ZSTD;
    }
}
