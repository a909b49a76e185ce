package io.countersign.mail;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raw mail in append-only files of one folder. An entry is its length and its CRC-32C (four bytes each, big endian), then the
 * compressed mail. What a killed process left at the end of a file belongs to no row and stays there unread.
 */
public final class SegmentRawMailStore implements RawMailStore {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentRawMailStore.class);
    private static final int HEADER = 8;
    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final long segmentSize;
    private final Map<Integer, FileChannel> readers = new ConcurrentHashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private int segment;
    private Optional<FileChannel> writer = Optional.empty();

    /** Opens the folder, which only this process may write to, with files of 256 MB. */
    public SegmentRawMailStore(Path folder) {
        this(folder, 256L << 20);
    }

    /**
     * Opens the folder, which only this process may write to.
     *
     * @param segmentSize a file that has reached so many bytes is followed by a new one
     */
    public SegmentRawMailStore(Path folder, long segmentSize) {
        this.folder = folder;
        this.segmentSize = segmentSize;
        try {
            Files.createDirectories(folder);
            segment = newestSegment();
        } catch (IOException e) {
            throw new CountersignException.Storage("open " + folder, e);
        }
    }

    private int newestSegment() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(SegmentRawMailStore::isSegment)
                    .mapToInt(SegmentRawMailStore::number)
                    .max()
                    .orElse(1);
        }
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{6}\\.zst");
    }

    /** Of a file that {@link #isSegment is one}. */
    static int number(Path segment) {
        return Integer.parseInt(segment.getFileName().toString().substring(0, 6));
    }

    @Override
    public synchronized List<RawLocation> append(List<PackedMail> mails) {
        try {
            var channel = writer();
            long start = channel.size();
            try {
                var locations = write(channel, start, mails);
                channel.force(false);
                return locations;
            } catch (IOException e) {
                takeBack(channel, start, e);
                throw e;
            }
        } catch (IOException e) {
            throw new CountersignException.Storage("store raw mail in " + folder, e);
        }
    }

    private List<RawLocation> write(FileChannel channel, long start, List<PackedMail> mails) throws IOException {
        var locations = new ArrayList<RawLocation>(mails.size());
        long offset = start;
        buffer.clear();
        for (var mail : mails) {
            var content = mail.content();
            locations.add(new RawLocation(segment, offset, content.length));
            if (buffer.remaining() < HEADER) {
                flush(channel);
            }
            buffer.putInt(content.length).putInt(checksum(content));
            put(channel, content);
            offset += HEADER + content.length;
        }
        flush(channel);
        return locations;
    }

    private void put(FileChannel channel, byte[] content) throws IOException {
        for (int done = 0; done < content.length; ) {
            if (!buffer.hasRemaining()) {
                flush(channel);
            }
            int step = Math.min(buffer.remaining(), content.length - done);
            buffer.put(content, done, step);
            done += step;
        }
    }

    private void flush(FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    private static void takeBack(FileChannel channel, long start, IOException cause) {
        try {
            channel.truncate(start);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private FileChannel writer() throws IOException {
        if (writer.isPresent() && writer.get().size() >= segmentSize) {
            writer.get().close();
            writer = Optional.empty();
            segment++;
        }
        if (writer.isEmpty()) {
            writer = Optional.of(FileChannel.open(
                    file(segment), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
            makeNameDurable();
        }
        return writer.get();
    }

    private void makeNameDurable() {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            LOG.debug("this system cannot flush a folder", e); // Windows: it needs no such flush
        }
    }

    @Override
    public Optional<byte[]> read(RawLocation location) {
        try {
            var channel = reader(location.segment());
            var header = ByteBuffer.allocate(HEADER);
            if (!fill(channel, header, location.offset()) || header.getInt(0) != location.length()) {
                return Optional.empty();
            }
            var content = ByteBuffer.allocate(location.length());
            var complete = fill(channel, content, location.offset() + HEADER);
            return complete && checksum(content.array()) == header.getInt(4)
                    ? Optional.of(content.array())
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("raw mail at {} cannot be read", location, e);
            return Optional.empty();
        }
    }

    private FileChannel reader(int number) throws IOException {
        var open = readers.get(number);
        if (open != null) {
            return open;
        }
        var channel = FileChannel.open(file(number), StandardOpenOption.READ);
        var earlier = readers.putIfAbsent(number, channel);
        if (earlier != null) {
            channel.close();
            return earlier;
        }
        return channel;
    }

    private static boolean fill(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, position + target.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] content) {
        var crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    private Path file(int number) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.zst", number));
    }

    @Override
    public synchronized void close() {
        try {
            for (var reader : readers.values()) {
                reader.close();
            }
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            LOG.warn("closing {}", folder, e);
        }
    }
}
