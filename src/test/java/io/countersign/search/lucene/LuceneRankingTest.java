package io.countersign.search.lucene;

import io.countersign.search.SearchIndex;
import io.countersign.search.SearchRankingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class LuceneRankingTest extends SearchRankingContract {
    @TempDir
    private Path folder;

    @Override
    protected SearchIndex open() {
        return new LuceneIndex(folder.resolve("index"));
    }
}
