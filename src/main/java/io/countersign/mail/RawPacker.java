package io.countersign.mail;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;

/** Compresses raw mail (zstd, its fastest level, which mail hardly gains from leaving). For one thread; close it when done. */
public final class RawPacker implements AutoCloseable {
    private static final int LEVEL = 1;

    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

    public byte[] pack(byte[] raw) {
        return context.compress(raw);
    }

    /** Empty when {@code packed} is not what {@link #pack} made. Thread-safe. */
    public static Optional<byte[]> unpack(byte[] packed) {
        long size = Zstd.getFrameContentSize(packed);
        if (size < 0 || size > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        try {
            var raw = Zstd.decompress(packed, (int) size);
            return raw.length == size ? Optional.of(raw) : Optional.empty();
        } catch (ZstdException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
