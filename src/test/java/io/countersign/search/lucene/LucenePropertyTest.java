package io.countersign.search.lucene;

import io.countersign.search.SearchIndex;
import io.countersign.search.SearchPropertyContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class LucenePropertyTest extends SearchPropertyContract {
    @TempDir
    private Path folder;

    private int opened;

    @Override
    protected SearchIndex open() {
        return new LuceneIndex(folder.resolve("index" + opened++));
    }
}
