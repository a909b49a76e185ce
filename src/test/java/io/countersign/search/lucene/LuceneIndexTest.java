package io.countersign.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.SampleMail;
import io.countersign.search.IndexedMail;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchIndexContract;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends SearchIndexContract {
    private static final Clock CLOCK = Clock.fixed(SampleMail.NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Override
    protected SearchIndex open() {
        return LuceneIndex.open(folder.resolve("contract"), CLOCK);
    }

    private static IndexedMail mail(String text) {
        return new IndexedMail(SampleMail.mail().get(), text, List.of());
    }

    private static long found(SearchIndex index, String query) {
        return index.search(SearchRequest.of(SearchQuery.parse(query), 10, SampleMail.NOW))
                .total();
    }

    @Test
    void anIndexThatWasClosedIsThereAgain() {
        var path = folder.resolve("again");
        try (var index = LuceneIndex.open(path, CLOCK)) {
            index.put(List.of(mail("kept")));
            index.refresh(7);
        }
        try (var index = LuceneIndex.open(path, CLOCK)) {
            assertThat(found(index, "kept")).isEqualTo(1);
            assertThat(index.follows()).isEqualTo(7);
        }
    }

    @Test
    void aRebuiltIndexIsTheOneThatIsThereAgain() throws IOException {
        var path = folder.resolve("rebuilt");
        try (var index = LuceneIndex.open(path, CLOCK);
                var rebuild = index.rebuild()) {
            rebuild.put(List.of(mail("anew")));
            rebuild.finish(9);
        }
        try (var index = LuceneIndex.open(path, CLOCK);
                var files = Files.list(path)) {
            assertThat(found(index, "anew")).isEqualTo(1);
            assertThat(index.follows()).isEqualTo(9);
            assertThat(files.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void aDamagedIndexIsBegunAnew() throws IOException {
        var path = folder.resolve("damaged");
        try (var index = LuceneIndex.open(path, CLOCK)) {
            index.put(List.of(mail("lost")));
            index.refresh(3);
        }
        try (var files = Files.walk(path)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var index = LuceneIndex.open(path, CLOCK)) {
            assertThat(index.follows()).isZero();
            assertThat(index.size()).isZero();
            index.put(List.of(mail("again")));
            index.refresh(4);
            assertThat(found(index, "again")).isEqualTo(1);
        }
    }
}
