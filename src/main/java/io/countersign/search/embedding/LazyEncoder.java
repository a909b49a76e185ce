package io.countersign.search.embedding;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is loaded when it is first used; one that cannot be loaded is not tried again. */
public final class LazyEncoder implements SentenceEncoder {
    private final String version;
    private final Supplier<SentenceEncoder> loader;
    private @Nullable SentenceEncoder loaded;
    private @Nullable EncoderUnavailable failure;

    /** @param version what the model will say of itself */
    public LazyEncoder(String version, Supplier<SentenceEncoder> loader) {
        this.version = version;
        this.loader = loader;
    }

    private synchronized SentenceEncoder encoder() {
        var failed = failure;
        if (failed != null) {
            throw failed;
        }
        var encoder = loaded;
        if (encoder == null) {
            try {
                encoder = loader.get();
                loaded = encoder;
            } catch (EncoderUnavailable e) {
                failure = e;
                throw e;
            }
        }
        return encoder;
    }

    @Override
    public float[] encode(String text) {
        return encoder().encode(text);
    }

    @Override
    public String version() {
        return version;
    }

    /** Call it when nobody encodes any more. */
    @Override
    public synchronized void close() {
        failure = new EncoderUnavailable("the sentence model was closed", new IllegalStateException("closed"));
        var encoder = loaded;
        loaded = null;
        if (encoder != null) {
            encoder.close();
        }
    }
}
