package io.countersign.search.embedding;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Each word is an axis, and words that mean the same are the same one. */
final class ConceptEncoder implements SentenceEncoder {
    private static final Map<String, String> SAME =
            Map.of("bill", "invoice", "car", "automobile", "meeting", "appointment", "job", "position");

    final AtomicInteger encoded = new AtomicInteger();
    private final String version;

    ConceptEncoder() {
        this("concepts/1");
    }

    ConceptEncoder(String version) {
        this.version = version;
    }

    @Override
    public float[] encode(String text) {
        encoded.incrementAndGet();
        return direction(text);
    }

    static float[] direction(String text) {
        var sum = new float[DIMENSIONS];
        for (var word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            if (!word.isEmpty()) {
                sum[Math.floorMod(SAME.getOrDefault(word, word).hashCode() * 0x9E3779B1, DIMENSIONS)]++;
            }
        }
        return Directions.unit(sum);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {}
}
