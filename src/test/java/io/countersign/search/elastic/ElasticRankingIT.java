package io.countersign.search.elastic;

import io.countersign.search.SearchIndex;
import io.countersign.search.SearchRankingContract;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The index on a real Elasticsearch server ranks and counts as every search engine must. */
final class ElasticRankingIT extends SearchRankingContract {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    @RegisterExtension
    static final ElasticServer SERVER = new ElasticServer();

    private Optional<ElasticSettings> settings = Optional.empty();

    @Override
    protected SearchIndex open() {
        var same = settings.orElseGet(SERVER::settings);
        settings = Optional.of(same);
        return new ElasticIndex(same, "test", Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
