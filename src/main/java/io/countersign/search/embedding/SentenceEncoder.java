package io.countersign.search.embedding;

/** Turns a sentence into a direction: sentences that mean about the same point about the same way. Thread-safe. */
public interface SentenceEncoder extends AutoCloseable {
    int DIMENSIONS = 384;

    /**
     * The direction of a text, {@link #DIMENSIONS} numbers of length 1 in all, the same for the same text; only its beginning
     * counts. Takes some milliseconds.
     *
     * @throws EncoderUnavailable when the model does not run here
     */
    float[] encode(String text);

    /** Tells apart models and ways of reading whose directions cannot be compared. */
    String version();

    @Override
    void close();

    /** The model does not run on this machine, or no more. */
    final class EncoderUnavailable extends RuntimeException {
        public EncoderUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
