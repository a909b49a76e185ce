package io.countersign.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.policy.SampleMail;
import io.countersign.search.IndexedMail;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchIndexContract;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LuceneIndexTest extends SearchIndexContract {
    @TempDir
    private Path folder;

    @Override
    protected SearchIndex open() {
        return new LuceneIndex(folder.resolve("index"));
    }

    private static IndexedMail mail(String text) {
        return new IndexedMail(SampleMail.mail().get(), text, List.of());
    }

    private static long found(SearchIndex index, String query) {
        return index.search(SearchRequest.of(SearchQuery.parse(query), 10, SampleMail.NOW))
                .total();
    }

    @Test
    void onlyTheRebuiltIndexIsLeft() throws IOException {
        var path = folder.resolve("rebuilt");
        try (var index = new LuceneIndex(path);
                var rebuild = index.rebuild()) {
            rebuild.put(List.of(mail("anew")));
            rebuild.finish(9);
        }
        try (var index = new LuceneIndex(path);
                var files = Files.list(path)) {
            assertThat(found(index, "anew")).isEqualTo(1);
            assertThat(index.follows()).isEqualTo(9);
            assertThat(files.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void anIndexOfAnEarlierVersionIsAnEmptyOneAndTakesNoRoom() throws IOException {
        var path = folder.resolve("earlier");
        Files.createDirectories(path.resolve("g3"));
        Files.writeString(path.resolve("g3/_0.cfs"), "of another version");
        Files.writeString(path.resolve("current"), "g3");
        Files.writeString(path.resolve("notes.txt"), "not ours");
        try (var index = new LuceneIndex(path)) {
            assertThat(index.follows()).isZero();
            index.put(List.of(mail("anew")));
            index.refresh(1);
            try (var rebuild = index.rebuild()) {
                rebuild.put(List.of(mail("anew")));
                rebuild.finish(2);
            }
            assertThat(found(index, "anew")).isEqualTo(1);
        }
        assertThat(path.resolve("g3")).doesNotExist();
        assertThat(path.resolve("current")).doesNotExist();
        assertThat(path.resolve("notes.txt")).exists();
    }

    /** {@code segments_N} is read when the index is opened, a column or a dictionary when it is first used. */
    @ParameterizedTest
    @ValueSource(strings = {"segments_", ".si", ".cfs"})
    void aDamagedIndexSaysSoUntilItIsRebuilt(String damaged) throws IOException {
        var path = folder.resolve("damaged");
        try (var index = new LuceneIndex(path)) {
            index.put(List.of(mail("lost")));
            index.refresh(3);
        }
        damage(path, damaged);
        try (var index = new LuceneIndex(path)) {
            assertThatThrownBy(() -> found(index, "lost"))
                    .isInstanceOfSatisfying(
                            SearchFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(SearchFailure.Kind.BROKEN));
            assertThatThrownBy(index::follows).isInstanceOf(SearchFailure.class);
            try (var rebuild = index.rebuild()) {
                rebuild.put(List.of(mail("again")));
                rebuild.finish(4);
            }
            assertThat(found(index, "again")).isEqualTo(1);
            index.verify();
        }
    }

    private static void damage(Path path, String part) throws IOException {
        try (var files = Files.walk(path)) {
            var matching = files.filter(one -> one.getFileName().toString().contains(part))
                    .toList();
            assertThat(matching).isNotEmpty();
            for (var file : matching) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
    }

    /** What was not committed when the process died is gone, and the index says so. */
    @Test
    void anIndexThatWasNotClosedFollowsItsLastCommit() throws IOException {
        var path = folder.resolve("killed");
        var copy = folder.resolve("copy");
        try (var index = new LuceneIndex(path)) {
            index.put(List.of(mail("kept")));
            index.refresh(3);
            Files.createDirectories(copy);
            try (var files = Files.walk(path)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var target = copy.resolve(path.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        try (var index = new LuceneIndex(copy)) {
            assertThat(index.follows()).isZero();
            assertThat(index.size()).isZero();
        }
    }
}
