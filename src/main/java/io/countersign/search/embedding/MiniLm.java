package io.countersign.search.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * all-MiniLM-L6-v2 with weights of a byte, which comes with the program: 384 dimensions, English above all. A call uses the
 * calling thread alone. Sentences are read one by one: the model scales its numbers by all that it reads at once, so that
 * the same sentence would get other directions in other company.
 */
public final class MiniLm implements SentenceEncoder {
    /** See {@link #version}. */
    public static final String VERSION = "all-minilm-l6-v2-q/1";

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String PIECES = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int MOST_PIECES = 128;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private MiniLm(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads the model, which takes some tenths of a second and some hundred megabytes.
     *
     * @throws EncoderUnavailable where it does not run
     */
    public static MiniLm load() {
        try {
            var environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            var pieces = WordPieces.read(resource(PIECES), MOST_PIECES);
            return new MiniLm(environment, session(environment), pieces);
        } catch (IOException | OrtException | LinkageError | RuntimeException e) {
            throw new EncoderUnavailable("the sentence model cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
        try (var options = new OrtSession.SessionOptions();
                var model = resource(MODEL)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(model.readAllBytes(), options);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var found = MiniLm.class.getResourceAsStream(name);
        if (found == null) {
            throw new IOException(name + " is missing");
        }
        return found;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public float[] encode(String text) {
        var ids = pieces.ids(text);
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var words = tensor(ids);
                var mask = tensor(ones);
                var types = tensor(new long[ids.length]);
                var result = session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", types))) {
            return direction(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        } catch (OrtException | IllegalStateException e) {
            throw new EncoderUnavailable("the sentence model does not answer: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    /** The mean of the pieces, of length 1. */
    private static float[] direction(FloatBuffer states, int count) {
        var sum = new float[DIMENSIONS];
        for (int piece = 0; piece < count; piece++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += states.get(piece * DIMENSIONS + i);
            }
        }
        return Directions.unit(sum);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException | IllegalStateException e) {
            throw new EncoderUnavailable("the sentence model cannot be closed", e);
        }
    }
}
