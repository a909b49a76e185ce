package io.countersign.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The model itself; skipped where its native code does not run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MiniLmTest {
    private SentenceEncoder encoder = new ConceptEncoder();

    @BeforeAll
    void load() {
        try {
            encoder = MiniLm.load();
        } catch (SentenceEncoder.EncoderUnavailable e) {
            abort("The sentence model does not run here: " + e.getMessage());
        }
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void sentencesOfOneMeaningAreNearerThanOthersOfTheSameWords() {
        var invoice = encoder.encode("Your invoice of March is attached. Please pay within 14 days");
        assertThat(cosine(invoice, encoder.encode("bill that must be paid")))
                .isGreaterThan(NearMails.ALIKE)
                .isGreaterThan(cosine(invoice, encoder.encode("holidays in March")))
                .isGreaterThan(cosine(invoice, encoder.encode("the weather within 14 days")) + 0.1);
        var invitation = encoder.encode("We would like to invite you to an interview on Tuesday at 10:30");
        assertThat(cosine(invitation, encoder.encode("appointment with a recruiter")))
                .isGreaterThan(cosine(invitation, encoder.encode("Tuesday is garbage collection")) + 0.2);
    }

    @Test
    void directionsHaveLengthOneWhateverTheText() {
        for (var text :
                new String[] {"", " ", "\u0000\uD800", "x".repeat(100_000), "a ".repeat(100_000), "日本語", "[SEP]"}) {
            var direction = encoder.encode(text);
            assertThat(direction).hasSize(SentenceEncoder.DIMENSIONS).doesNotContain(Float.NaN);
            assertThat(cosine(direction, direction)).isBetween(0.999, 1.001);
        }
    }

    @Test
    void aTextHasTheSameDirectionEveryTimeAndOnEveryThread() {
        var once = encoder.encode("Interview on Tuesday");
        var again = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> encoder.encode("Interview on Tuesday")))
                .toList();
        assertThat(again).allSatisfy(each -> assertThat(each.join()).containsExactly(once));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
