package io.countersign.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.countersign.search.SearchFailure;
import io.countersign.search.embedding.MailVectors.Neighbour;
import io.countersign.search.embedding.MailVectors.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneVectorsTest {
    private static final int DIMENSIONS = 384;

    @TempDir
    Path folder = Path.of(".");

    private LuceneVectors vectors = new LuceneVectors(folder, "1");

    @BeforeEach
    void open() {
        vectors = new LuceneVectors(folder, "1");
    }

    @AfterEach
    void close() {
        vectors.close();
    }

    @Test
    void theNearestAreFoundAsByLookingAtAll() {
        var random = new Random(1);
        var all = new ArrayList<Vector>();
        for (long id = 1; id <= 3000; id++) {
            all.add(new Vector(id, 0, direction(random)));
        }
        for (int from = 0; from < all.size(); from += 500) {
            vectors.put(all.subList(from, from + 500));
            vectors.refresh(from + 1);
        }
        int found = 0;
        for (int i = 0; i < 20; i++) {
            var wanted = direction(random);
            var nearest = vectors.nearest(wanted, 50);
            assertThat(nearest)
                    .hasSize(50)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(Neighbour::cosine).reversed());
            for (var each : nearest) {
                assertThat(each.cosine())
                        .isCloseTo(
                                cosine(
                                        wanted,
                                        all.get((int) each.messageId() - 1).direction()),
                                within(0.01));
            }
            var exact = all.stream()
                    .sorted(Comparator.comparingDouble((Vector each) -> -cosine(wanted, each.direction())))
                    .limit(50)
                    .map(Vector::messageId)
                    .toList();
            found += (int) nearest.stream()
                    .filter(each -> exact.contains(each.messageId()))
                    .count();
        }
        assertThat(found).isGreaterThan(20 * 50 * 9 / 10);
    }

    @Test
    void onlyNamedMailsAreFoundAmongThem() {
        var random = new Random(2);
        for (long id = 1; id <= 500; id++) {
            vectors.put(List.of(new Vector(id, 0, direction(random))));
        }
        vectors.refresh(1);
        var wanted = direction(random);
        assertThat(vectors.nearest(wanted, 50, Set.of(7L, 400L, 9999L)))
                .extracting(Neighbour::messageId)
                .containsExactlyInAnyOrder(7L, 400L);
        assertThat(vectors.nearest(wanted, 50, Set.of())).isEmpty();
    }

    @Test
    void whatIsPutAgainReplacesWhatWas() {
        var random = new Random(3);
        var before = direction(random);
        var after = direction(random);
        vectors.put(List.of(new Vector(1, 10, before)));
        vectors.refresh(1);
        vectors.put(List.of(new Vector(1, 11, after)));
        vectors.refresh(2);
        assertThat(vectors.size()).isEqualTo(1);
        assertThat(vectors.texts()).isEqualTo(Map.of(1L, 11));
        assertThat(vectors.nearest(after, 2))
                .singleElement()
                .satisfies(each -> assertThat(each.cosine()).isCloseTo(1, within(0.001)));
    }

    @Test
    void anEmptyOneFindsNothing() {
        assertThat(vectors.nearest(direction(new Random(4)), 10)).isEmpty();
        assertThat(vectors.follows()).isZero();
    }

    @Test
    void aClosedOneSaysSo() {
        vectors.close();
        assertThatThrownBy(vectors::size).isInstanceOf(SearchFailure.class);
    }

    private static float[] direction(Random random) {
        var vector = new float[DIMENSIONS];
        double squares = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += (double) vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
