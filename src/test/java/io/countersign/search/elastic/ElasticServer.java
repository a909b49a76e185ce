package io.countersign.search.elastic;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One real server for all tests of a run, started by the first that needs it. Where it cannot be started, tests are skipped and
 * say why; with {@code -Dcountersign.elastic.required=true} they fail.
 */
public final class ElasticServer implements BeforeAllCallback, AfterEachCallback {
    private Optional<Shared> shared = Optional.empty();

    private record Shared(ElasticNode node, AtomicInteger names) implements AutoCloseable {
        static Shared started() {
            try {
                var node = new ElasticNode();
                node.start();
                return new Shared(node, new AtomicInteger());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            node.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        demand();
        shared = Optional.of(context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, _ -> Shared.started(), Shared.class));
    }

    /** A server with hundreds of indices is a slow one. */
    @Override
    public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var all = HttpRequest.newBuilder(url().resolve("/*")).DELETE().build();
            client.send(all, HttpResponse.BodyHandlers.discarding());
        }
    }

    /** Skips, or fails, where no server can be started. */
    static void demand() {
        ElasticNode.obstacle().ifPresent(why -> {
            if (Boolean.getBoolean("countersign.elastic.required")) {
                throw new IllegalStateException(why);
            }
            abort("No test against a real Elasticsearch: " + why);
        });
    }

    public URI url() {
        return shared.orElseThrow().node().url();
    }

    /** Settings with a name that no other test has. */
    public ElasticSettings settings() {
        return settings("test" + shared.orElseThrow().names().incrementAndGet());
    }

    public ElasticSettings settings(String alias) {
        return new ElasticSettings(
                url(), new Credentials.None(), Optional.empty(), alias, ElasticSettings.Patience.USUAL);
    }
}
