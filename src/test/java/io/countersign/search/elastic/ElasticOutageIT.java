package io.countersign.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.search.IndexedMails;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A real server that freezes, dies and comes back: what was refreshed is still there, the rest can be put again. */
final class ElasticOutageIT {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final ElasticSettings.Patience SHORT =
            new ElasticSettings.Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(20));

    @Test
    void nothingIsLostWhenTheServerFreezesOrDies() throws IOException {
        ElasticServer.demand();
        try (var node = new ElasticNode()) {
            node.start();
            var settings = new ElasticSettings(node.url(), new Credentials.None(), Optional.empty(), "emails", SHORT);
            try (var index = new ElasticIndex(settings, "test", Clock.fixed(NOW, ZoneOffset.UTC))) {
                put(index, 1);
                index.refresh(1);

                node.freeze(true);
                assertFails(() -> found(index));
                node.freeze(false);
                assertThat(found(index)).isEqualTo(1);

                put(index, 2);
                node.kill();
                assertFails(() -> put(index, 3));
                assertFails(() -> index.refresh(3));
                assertFails(() -> found(index));
                assertFails(index::follows);
                assertFails(index::rebuild);

                node.start();
                assertThat(index.follows()).isEqualTo(1);
                put(index, 2);
                put(index, 3);
                index.refresh(3);
                assertThat(found(index)).isEqualTo(3);
                assertThat(index.follows()).isEqualTo(3);
            }
        }
    }

    private static void put(ElasticIndex index, long id) {
        index.put(List.of(IndexedMails.mail(id).get()));
    }

    private static long found(ElasticIndex index) {
        return index.search(SearchRequest.of(SearchQuery.parse("hello"), 10, NOW))
                .total();
    }

    private static void assertFails(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SearchFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE));
    }
}
