package io.countersign.ask.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off after so many bytes: a server that never ends a line would otherwise fill the memory. */
final class BoundedStream extends FilterInputStream {
    private final Runnable exceeded;
    private long left;

    BoundedStream(InputStream in, long limit, Runnable exceeded) {
        super(in);
        this.left = limit;
        this.exceeded = exceeded;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            exceeded.run();
            throw new IOException("the answer does not end");
        }
    }
}
