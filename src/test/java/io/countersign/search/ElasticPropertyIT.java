package io.countersign.search;

import io.countersign.search.elastic.ElasticIndex;
import io.countersign.search.elastic.ElasticServer;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.RegisterExtension;

/** For any mail and any query Elasticsearch finds exactly what the matcher finds. */
final class ElasticPropertyIT extends SearchPropertyContract {
    @RegisterExtension
    static final ElasticServer SERVER = new ElasticServer();

    @Override
    SearchIndex open() {
        return new ElasticIndex(SERVER.settings(), Clock.fixed(IndexedMails.NOW, ZoneOffset.UTC));
    }
}
