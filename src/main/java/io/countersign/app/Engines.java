package io.countersign.app;

import io.countersign.search.SearchIndex;
import io.countersign.search.elastic.ElasticIndex;
import io.countersign.search.elastic.ElasticSettings;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.DatabaseSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
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

    /** Where it is kept what mail means, if mail is found by that too. */
    default Optional<Path> meanings() {
        return Optional.empty();
    }

    /** This engine, and mail found by meaning too; what is computed for that is kept beside the embedded index. */
    static Engines withMeaning(Engines words, Path home, DatabaseSettings settings) {
        return new WithMeaning(words, home.resolve(folder(settings)).resolve("meaning"));
    }

    /** The embedded one. Each database has an index of its own: numbers of changes mean nothing in another database. */
    static Engines embedded(Path home, DatabaseSettings settings) {
        return new Embedded(home.resolve(folder(settings)));
    }

    /** The chosen one: a server, else the embedded one. */
    static Engines of(Optional<ElasticSettings> server, Path home, DatabaseSettings settings, Clock clock) {
        return server.<Engines>map(found -> new Server(found, source(home, settings), clock))
                .orElseGet(() -> embedded(home, settings));
    }

    /** Removes what is indexed here of a database: another one, with the same numbers for other mail, takes its place. */
    static void forget(Path home, DatabaseSettings settings) {
        var index = home.resolve(folder(settings));
        if (Files.exists(index)) {
            try {
                ThrowawayHome.delete(index);
            } catch (IOException e) {
                throw new CountersignException.NotWritten(index.toString(), e);
            }
        }
    }

    private static String source(Path home, DatabaseSettings settings) {
        return settings instanceof DatabaseSettings.Remote(var url, var _, var _)
                ? id(url)
                : id(home.toAbsolutePath().normalize().toString());
    }

    private static String id(String place) {
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String folder(DatabaseSettings settings) {
        return name("index", settings);
    }

    /** What something is called that belongs to one database, in a home that may have seen several. */
    static String name(String what, DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Remote(var url, var _, var _) -> what + "-" + id(url);
            case DatabaseSettings.Embedded _, DatabaseSettings.InMemory _ -> what;
        };
    }

    /** Another engine, and a folder for meanings. */
    record WithMeaning(Engines words, Path folder) implements Engines {
        @Override
        public String name() {
            return words.name();
        }

        @Override
        public SearchIndex open() {
            return words.open();
        }

        @Override
        public Optional<Path> meanings() {
            return Optional.of(folder);
        }
    }

    /** Lucene in this process. */
    record Embedded(Path folder) implements Engines {
        // It tells of a faster way to compute that this machine does not offer, on the error output.
        private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

        @Override
        public String name() {
            return "Lucene";
        }

        @Override
        public SearchIndex open() {
            LUCENE.setLevel(Level.SEVERE);
            return new LuceneIndex(folder);
        }
    }

    /** Elasticsearch on a server; source tells this database from others that have been indexed there. */
    record Server(ElasticSettings settings, String source, Clock clock) implements Engines {
        @Override
        public String name() {
            return "Elasticsearch";
        }

        @Override
        public SearchIndex open() {
            return new ElasticIndex(settings, source, clock);
        }
    }
}
