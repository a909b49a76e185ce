package io.countersign.mail.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a mailbox: of each part of a Maildir the names in it, of each other file how it was. Paths are relative to
 * the mailbox; they and names are kept as the first 64 bits of their SHA-256, so that 100,000 mails take 800 kB.
 */
public record ReadMark(Map<Long, Listing> listings, Map<Long, FileMark> files) {
    /** Nothing was read. */
    public static final ReadMark NOTHING = new ReadMark(Map.of(), Map.of());

    /** Of a file or folder that may change without its time telling. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int VERSION = 1;

    public ReadMark {
        listings = Map.copyOf(listings);
        files = Map.copyOf(files);
    }

    /**
     * A part of a Maildir.
     *
     * @param modified nanoseconds since 1970, or {@link #UNKNOWN}
     * @param names rising
     */
    @SuppressWarnings("ArrayRecordComponent") // 100,000 of them; compared nowhere
    record Listing(long modified, long[] names) {
        static final Listing NONE = new Listing(UNKNOWN, new long[0]);

        boolean has(long name) {
            return Arrays.binarySearch(names, name) >= 0;
        }
    }

    /**
     * A file.
     *
     * @param modified nanoseconds since 1970, or {@link #UNKNOWN}
     * @param lastMail where the last mail of a plain mbox begins, from where it can be read on; else 0
     * @param before of the bytes before {@code lastMail}
     * @param mails how many there are; where it can be read on, without the last one
     */
    record FileMark(long size, long modified, long lastMail, long before, long mails) {}

    Listing listing(long part) {
        return listings.getOrDefault(part, Listing.NONE);
    }

    Optional<FileMark> file(long path) {
        return Optional.ofNullable(files.get(path));
    }

    /** How many mails it held. */
    public long mails() {
        return listings.values().stream().mapToLong(part -> part.names().length).sum()
                + files.values().stream()
                        .mapToLong(file -> file.mails() + (file.lastMail() > 0 ? 1 : 0))
                        .sum();
    }

    static long key(Path path) {
        return key(path.toString());
    }

    static long key(String text) {
        return key(text.getBytes(StandardCharsets.UTF_8));
    }

    static long key(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            long key = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                key = key << Byte.SIZE | (digest[i] & 0xFF);
            }
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What {@link #of} reads. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(listings.size());
            for (var entry : listings.entrySet()) {
                out.writeLong(entry.getKey());
                out.writeLong(entry.getValue().modified());
                out.writeInt(entry.getValue().names().length);
                for (long name : entry.getValue().names()) {
                    out.writeLong(name);
                }
            }
            out.writeInt(files.size());
            for (var entry : files.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, long path, FileMark file) throws IOException {
        out.writeLong(path);
        out.writeLong(file.size());
        out.writeLong(file.modified());
        out.writeLong(file.lastMail());
        out.writeLong(file.before());
        out.writeLong(file.mails());
    }

    /** {@link #NOTHING} where that cannot be understood: all is read again then, which costs time only. */
    public static ReadMark of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (bytes.length == 0 || in.readByte() != VERSION) {
                return NOTHING;
            }
            var listings = new HashMap<Long, Listing>();
            for (int i = in.readInt(); i > 0; i--) {
                listings.put(in.readLong(), new Listing(in.readLong(), names(in)));
            }
            var files = new HashMap<Long, FileMark>();
            for (int i = in.readInt(); i > 0; i--) {
                files.put(
                        in.readLong(),
                        new FileMark(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()));
            }
            return new ReadMark(listings, files);
        } catch (IOException _) {
            return NOTHING;
        }
    }

    private static long[] names(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available() / Long.BYTES) {
            throw new IOException("cut");
        }
        var names = new long[count];
        for (int i = 0; i < count; i++) {
            names[i] = in.readLong();
        }
        return names;
    }
}
