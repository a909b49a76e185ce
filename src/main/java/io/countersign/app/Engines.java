package io.countersign.app;

import io.countersign.search.SearchIndex;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.db.DatabaseSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the search engine that was chosen. */
interface Engines {
    /** As a person knows it. */
    String name();

    /**
     * Opens its index, or begins an empty one. Blocking.
     *
     * @throws io.countersign.search.SearchFailure when that is not possible now
     */
    SearchIndex open();

    /** The embedded one. Each database has an index of its own: numbers of changes mean nothing in another database. */
    static Engines embedded(Path home, DatabaseSettings settings, Clock clock) {
        return new Embedded(home.resolve(folder(settings)), clock);
    }

    private static String folder(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Remote(var url, var _, var _) ->
                "index-" + UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
            case DatabaseSettings.Embedded _, DatabaseSettings.InMemory _ -> "index";
        };
    }

    /** Lucene in this process. */
    record Embedded(Path folder, Clock clock) implements Engines {
        // It tells of a faster way to compute that this machine does not offer, on the error output.
        private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

        @Override
        public String name() {
            return "Lucene";
        }

        @Override
        public SearchIndex open() {
            LUCENE.setLevel(Level.SEVERE);
            return LuceneIndex.open(folder, clock);
        }
    }
}
