package io.countersign.mail.mbox;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files, gzipped ones decompressed, and stops those that grow beyond all reason. */
public final class Inflation {
    private static final int BUFFER = 1 << 17;
    private static final long HARMLESS = 1L << 30;
    private static final long LARGEST_RATIO = 200;

    private Inflation() {}

    /** The content of {@code file}; a gzip file is decompressed, whatever its name. The caller closes it. */
    public static InputStream open(Path file) throws IOException {
        var counted = new Counted(Files.newInputStream(file));
        try {
            var in = new BufferedInputStream(counted, BUFFER);
            in.mark(4);
            boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return gzip ? new Guarded(new GZIPInputStream(in, BUFFER), counted) : in;
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    /** A plain file from {@code offset} on; the caller closes it. */
    static InputStream openAt(Path file, long offset) throws IOException {
        var channel = Files.newByteChannel(file);
        try {
            return new BufferedInputStream(Channels.newInputStream(channel.position(offset)), BUFFER);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Counts what was read from a file. */
    static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }

    /** Fails once much more comes out than went in. */
    static final class Guarded extends FilterInputStream {
        private final Counted compressed;
        private long inflated;

        Guarded(InputStream in, Counted compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            grow(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            grow(n);
            return n;
        }

        private void grow(int n) throws ZipException {
            inflated += Math.max(0, n);
            if (inflated > HARMLESS && inflated / LARGEST_RATIO > compressed.count()) {
                throw new ZipException("it inflates to more than " + LARGEST_RATIO + " times its size");
            }
        }
    }
}
