package io.countersign.ask.answering;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.shared.CountersignException;
import io.countersign.shared.WholeFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roll of all mail on disk, so that a command need not read all mail again: about 90 bytes a mail. What cannot be read, or is
 * not whole, is as good as none; what cannot be written is left out. Blocking; for one thread at a time.
 */
public final class RollFile {
    /** Grows when words are cut or marked otherwise than before: an older file is of no use then. */
    private static final int FORMAT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RollFile.class);
    private static final int CHECKSUM = Long.BYTES;

    private final Path file;

    /** @param file of one database: numbers of changes mean nothing in another */
    public RollFile(Path file) {
        this.file = file;
    }

    /** The roll as of a change. */
    record Kept(long change, List<MailMark> marks) {}

    Optional<Kept> read() {
        try {
            return Files.exists(file) ? parsed(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            LOG.warn("The roll of mail cannot be read and is made anew", e);
            return Optional.empty();
        }
    }

    private static Optional<Kept> parsed(byte[] bytes) {
        int end = bytes.length - CHECKSUM;
        if (end < 0 || ByteBuffer.wrap(bytes, end, CHECKSUM).getLong() != checksum(bytes, end)) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes, 0, end);
        if (in.getInt() != FORMAT) {
            return Optional.empty();
        }
        long change = in.getLong();
        var senders = addresses(in);
        var categories = categories(in);
        int count = in.getInt();
        var marks = new ArrayList<MailMark>(count);
        var flags = new ArrayList<MailMark.Flags>();
        for (int bits = 0; bits <= MailMark.Flags.ALL; bits++) {
            flags.add(MailMark.Flags.of(bits));
        }
        for (int i = 0; i < count; i++) {
            marks.add(mark(in, senders, categories, flags));
        }
        return Optional.of(new Kept(change, marks));
    }

    private static MailMark mark(
            ByteBuffer in, List<Address> senders, List<Category> categories, List<MailMark.Flags> flags) {
        return new MailMark(
                in.getLong(),
                in.getLong(),
                senders.get(in.getInt()),
                categories.get(in.get()),
                flags.get(in.get()),
                WordMark.read(in));
    }

    private static List<Address> addresses(ByteBuffer in) {
        int count = in.getInt();
        var addresses = new ArrayList<Address>();
        for (int i = 0; i < count; i++) {
            addresses.add(new Address(text(in), text(in)));
        }
        return addresses;
    }

    private static List<Category> categories(ByteBuffer in) {
        int count = in.getInt();
        var categories = new ArrayList<Category>();
        for (int i = 0; i < count; i++) {
            var id = text(in);
            categories.add(Category.of(id).orElseThrow(() -> new IllegalArgumentException(id)));
        }
        return categories;
    }

    private static String text(ByteBuffer in) {
        var bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long checksum(byte[] bytes, int end) {
        var checksum = new CRC32();
        checksum.update(bytes, 0, end);
        return checksum.getValue();
    }

    void write(Kept roll) {
        try {
            WholeFile.write(file, temporary -> {
                var checksum = new CRC32();
                try (var stream = Files.newOutputStream(temporary);
                        var out = new DataOutputStream(
                                new CheckedOutputStream(new BufferedOutputStream(stream, 1 << 16), checksum))) {
                    write(roll, out);
                    out.writeLong(checksum.getValue());
                }
            });
        } catch (CountersignException.NotWritten e) {
            LOG.warn("The roll of mail is not kept", e);
        }
    }

    private static void write(Kept roll, DataOutputStream out) throws IOException {
        var senders = new LinkedHashMap<Address, Integer>();
        roll.marks().forEach(mark -> senders.putIfAbsent(mark.from(), senders.size()));
        out.writeInt(FORMAT);
        out.writeLong(roll.change());
        out.writeInt(senders.size());
        for (var sender : senders.keySet()) {
            write(sender.name(), out);
            write(sender.email(), out);
        }
        var categories = List.of(Category.values());
        out.writeInt(categories.size());
        for (var category : categories) {
            write(category.id(), out);
        }
        out.writeInt(roll.marks().size());
        for (var mark : roll.marks()) {
            out.writeLong(mark.id());
            out.writeLong(mark.micros());
            out.writeInt(senders.getOrDefault(mark.from(), 0));
            out.writeByte(categories.indexOf(mark.category()));
            out.writeByte(mark.flags().bits());
            mark.words().write(out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
