package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * The way to the server: one pool of connections for searches, which must be quick, one for writing. Opens nothing before
 * the first call. Thread-safe.
 */
final class ElasticConnection implements AutoCloseable {
    private final ElasticSettings settings;
    private final ElasticsearchClient searching;
    private final ElasticsearchClient writing;

    /** @throws CountersignException.Invalid when the file with the certificate cannot be read */
    ElasticConnection(ElasticSettings settings) {
        this.settings = settings;
        this.searching = client(settings, settings.patience().search());
        this.writing = client(settings, settings.patience().write());
    }

    /** What is asked of the server. */
    @FunctionalInterface
    interface Call<T> {
        T on(ElasticsearchClient client) throws IOException;
    }

    <T> T search(Call<T> call) {
        return answer(searching, call);
    }

    <T> T write(Call<T> call) {
        return answer(writing, call);
    }

    private <T> T answer(ElasticsearchClient client, Call<T> call) {
        try {
            return call.on(client);
        } catch (IOException | RuntimeException e) {
            throw ElasticFailures.of(settings.server(), e);
        }
    }

    private static ElasticsearchClient client(ElasticSettings settings, Duration patience) {
        var connect = Timeout.of(settings.patience().connect());
        var answer = Timeout.of(patience);
        var builder = Rest5Client.builder(settings.url())
                .setMetaHeaderEnabled(false)
                .setCompressionEnabled(false)
                .setConnectionConfigCallback(config -> config.setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .setTimeToLive(Timeout.ofMinutes(5)))
                .setRequestConfigCallback(
                        config -> config.setResponseTimeout(answer).setConnectionRequestTimeout(connect));
        settings.credentials()
                .header()
                .ifPresent(value -> builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", value)}));
        settings.authority().ifPresent(file -> trust(builder, file));
        return new ElasticsearchClient(new Rest5ClientTransport(builder.build(), new JacksonJsonpMapper()));
    }

    private static void trust(Rest5ClientBuilder builder, Path file) {
        builder.setSSLContext(context(file));
    }

    /** @throws CountersignException.Invalid when the file holds no certificate */
    static SSLContext context(Path file) {
        try (var pem = Files.newInputStream(file)) {
            return TransportUtils.sslContextFromHttpCaCrt(pem);
        } catch (IOException | RuntimeException _) {
            throw new CountersignException.Invalid(
                    "--search-ca", "no certificate in PEM form can be read from " + file);
        }
    }

    @Override
    public void close() {
        try {
            searching.close();
            writing.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
