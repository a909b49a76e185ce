package io.countersign.search.elastic;

import io.countersign.search.SearchIndex;
import io.countersign.search.SearchPropertyContract;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.RegisterExtension;

/** For any mail and any query Elasticsearch finds exactly what the matcher finds. */
final class ElasticPropertyIT extends SearchPropertyContract {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    @RegisterExtension
    static final ElasticServer SERVER = new ElasticServer();

    @Override
    protected SearchIndex open() {
        return new ElasticIndex(SERVER.settings(), "test", Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
