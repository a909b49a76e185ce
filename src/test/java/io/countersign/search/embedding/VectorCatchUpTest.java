package io.countersign.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.search.lucene.LuceneVectors;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorCatchUpTest {
    @TempDir
    Path folder = Path.of(".");

    private final ConceptEncoder encoder = new ConceptEncoder();
    private MeaningHome home = new MeaningHome(folder, encoder);

    @BeforeEach
    void open() {
        home.close();
        home = new MeaningHome(folder, encoder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void mailIsEncodedOnceAndNewMailWhenItCame() {
        home.insert(1, "one car");
        home.insert(2, "two cars");
        assertThat(home.catchUp.run(Progress.none())).isEqualTo(2);
        assertThat(home.catchUp.run(Progress.none())).isZero();
        home.insert(3, "a bill");
        assertThat(home.catchUp.run(Progress.none())).isEqualTo(1);
        assertThat(nearest("invoice a")).startsWith(3L);
        assertThat(encoder.encoded.get()).isEqualTo(3);
    }

    @Test
    void whatHappensToAMailDoesNotEncodeItAgain() {
        home.insert(1, "one car");
        home.catchUp.run(Progress.none());
        var mail = home.messages.find(1).orElseThrow();
        home.messages.updateStates(List.of(mail.withState(mail.state().withUnread(false))));
        assertThat(home.catchUp.run(Progress.none())).isZero();
        assertThat(home.vectors.follows()).isEqualTo(home.log.latest());
    }

    @Test
    void mailThatSaysNothingIsLeftOut() {
        home.insert(1, "... 123 \u2014");
        home.insert(2, "");
        assertThat(home.catchUp.run(Progress.none())).isZero();
        assertThat(home.vectors.size()).isZero();
    }

    @Test
    void afterAKillOnlyWhatIsMissingIsEncoded() throws IOException {
        for (long id = 1; id <= 2500; id++) {
            home.insert(id, "mail number w" + id);
        }
        var killed = folder.resolve("killed");
        assertThatThrownBy(() -> home.catchUp.run(new StopAt(2300))).isInstanceOf(CancellationException.class);
        copy(folder.resolve("meaning"), killed); // as the disk is when the process dies here
        int before = encoder.encoded.get();

        try (var vectors = new LuceneVectors(killed, encoder.version())) {
            long safe = vectors.size();
            assertThat(safe).isBetween(1000L, 2300L);
            assertThat(vectors.follows()).isZero();
            long done = new VectorCatchUp(vectors, encoder, home.log, home.messages).run(Progress.none());
            assertThat(done).isEqualTo(2500 - safe);
            assertThat(encoder.encoded.get() - before).isEqualTo((int) done);
            assertThat(vectors.size()).isEqualTo(2500);
            assertThat(vectors.follows()).isEqualTo(home.log.latest());
        }
    }

    @Test
    void theNewestMailIsEncodedFirstAndFoundMeanwhile() {
        var random = new Random(7);
        for (long id = 1; id <= 1500; id++) {
            home.insert(id, random.ints(6, 0, 400).mapToObj(word -> "w" + word).collect(Collectors.joining(" ")));
        }
        assertThatThrownBy(() -> home.catchUp.run(new StopAt(1200))).isInstanceOf(CancellationException.class);
        assertThat(home.vectors.texts()).containsKey(1500L).doesNotContainKey(1L);
        assertThat(home.vectors.nearest(ConceptEncoder.direction(subject(1400)), 5))
                .hasSize(5)
                .first()
                .satisfies(each -> assertThat(each.cosine()).isGreaterThan(0.99));
    }

    @Test
    void whatIsEncodedWhenItIsClosedStays() {
        home.insert(1, "one car");
        home.catchUp.run(Progress.none());
        home.vectors.close();
        try (var again = new LuceneVectors(folder.resolve("meaning"), encoder.version())) {
            assertThat(again.size()).isEqualTo(1);
            assertThat(again.follows()).isEqualTo(home.log.latest());
        }
    }

    @Test
    void anotherModelBeginsAnew() {
        home.insert(1, "one car");
        home.catchUp.run(Progress.none());
        home.vectors.close();
        var other = new ConceptEncoder("concepts/2");
        try (var vectors = new LuceneVectors(folder.resolve("meaning"), other.version())) {
            assertThat(vectors.size()).isZero();
            assertThat(new VectorCatchUp(vectors, other, home.log, home.messages).run(Progress.none()))
                    .isEqualTo(1);
        }
    }

    @Test
    void damagedVectorsAreComputedAnew() throws IOException {
        home.insert(1, "one car");
        home.catchUp.run(Progress.none());
        home.vectors.close();
        try (var files = Files.list(folder.resolve("meaning"))) {
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var vectors = new LuceneVectors(folder.resolve("meaning"), encoder.version())) {
            assertThat(vectors.size()).isZero();
            assertThat(new VectorCatchUp(vectors, encoder, home.log, home.messages).run(Progress.none()))
                    .isEqualTo(1);
        }
    }

    @Test
    void whereTheLogForgotEverythingIsCompared() {
        home.insert(1, "one car");
        home.catchUp.run(Progress.none());
        home.vectors.refresh(home.log.latest() + 7); // an older copy of the database
        home.insert(2, "two cars");
        assertThat(home.catchUp.run(Progress.none())).isEqualTo(1);
        assertThat(home.vectors.follows()).isEqualTo(home.log.latest());
    }

    private String subject(long id) {
        return home.messages.find(id).orElseThrow().envelope().subject();
    }

    private List<Long> nearest(String text) {
        return home.vectors.nearest(ConceptEncoder.direction(text), 3).stream()
                .map(MailVectors.Neighbour::messageId)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Cancels when so many are done. */
    private final class StopAt implements Progress {
        private final int encoded;

        StopAt(int encoded) {
            this.encoded = encoder.encoded.get() + encoded;
        }

        @Override
        public void report(long done, long total, String message) {}

        @Override
        public void checkCancelled() {
            if (encoder.encoded.get() >= encoded) {
                throw new CancellationException();
            }
        }
    }
}
