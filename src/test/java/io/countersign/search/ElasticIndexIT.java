package io.countersign.search;

import io.countersign.search.elastic.ElasticIndex;
import io.countersign.search.elastic.ElasticServer;
import io.countersign.search.elastic.ElasticSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The index on a real Elasticsearch server does what every search engine must do. */
final class ElasticIndexIT extends SearchIndexContract {
    @RegisterExtension
    static final ElasticServer SERVER = new ElasticServer();

    private Optional<ElasticSettings> settings = Optional.empty();

    @Override
    SearchIndex open() {
        var same = settings.orElseGet(SERVER::settings);
        settings = Optional.of(same);
        return new ElasticIndex(same, Clock.fixed(IndexedMails.NOW, ZoneOffset.UTC));
    }
}
