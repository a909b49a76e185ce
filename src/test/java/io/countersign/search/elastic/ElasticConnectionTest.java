package io.countersign.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server on loopback that answers what the test says: every failure has a kind, and no secret gets out. */
final class ElasticConnectionTest {
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final String SECRET = "c2VjcmV0";
    private static final ElasticSettings.Patience SHORT =
            new ElasticSettings.Patience(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(500));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        end.countDown();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private URI start(HttpHandler answer) throws IOException {
        return start(HttpServer.create(loopback(), 0), "http", answer);
    }

    private URI start(HttpServer server, String scheme, HttpHandler answer) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getRequestBody().readAllBytes();
            answer.handle(exchange);
        });
        server.start();
        servers.add(server);
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpHandler elastic(int status, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            send(exchange, status, "application/vnd.elasticsearch+json;compatible-with=9", body);
        };
    }

    private static String error(int status, String type, String reason) {
        return "{\"error\":{\"type\":\"%s\",\"reason\":\"%s\",\"root_cause\":[]},\"status\":%d}"
                .formatted(type, reason, status);
    }

    private static ElasticSettings settings(URI url) {
        return settings(url, new Credentials.ApiKey(SECRET), Optional.empty());
    }

    private static ElasticSettings settings(URI url, Credentials credentials, Optional<Path> authority) {
        return new ElasticSettings(url, credentials, authority, "emails", SHORT);
    }

    private static SearchFailure failure(ElasticSettings settings) {
        try (var index = new ElasticIndex(settings, "test", Clock.fixed(NOW, ZoneOffset.UTC))) {
            index.search(SearchRequest.of(SearchQuery.parse("hello"), 10, NOW));
        } catch (SearchFailure failure) {
            var printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString()).doesNotContain(SECRET);
            return failure;
        }
        throw new AssertionError("no failure");
    }

    @ParameterizedTest
    @CsvSource({
        "401, security_exception, unable to authenticate, REFUSED",
        "403, security_exception, action is unauthorized, REFUSED",
        "403, cluster_block_exception, index [x] blocked by: [FORBIDDEN/8/index write (api)], READ_ONLY",
        "429, cluster_block_exception, index [x] blocked by: [TOO_MANY_REQUESTS/12/flood-stage], READ_ONLY",
        "429, es_rejected_execution_exception, queue is full, UNREACHABLE",
        "429, circuit_breaking_exception, Data too large, UNREACHABLE",
        "503, cluster_block_exception, blocked by: [SERVICE_UNAVAILABLE/1/state not recovered], UNREACHABLE",
        "503, master_not_discovered_exception, none, UNREACHABLE",
        "500, null_pointer_exception, none, UNREACHABLE",
        "400, illegal_argument_exception, no such field, BROKEN",
        "404, index_not_found_exception, gone, BROKEN",
    })
    void everyAnswerHasItsKind(int status, String type, String reason, Kind kind) throws IOException {
        var url = start(elastic(status, error(status, type, reason)));
        // A missing index is asked for first, which is not a failure: then it is made, and that fails.
        assertThat(failure(settings(url)).kind()).isEqualTo(kind);
        assertThat(authorizations).isNotEmpty().allMatch(("ApiKey " + SECRET)::equals);
    }

    @Test
    void aPasswordIsRefusedTheSameWay() throws IOException {
        var url = start(elastic(401, error(401, "security_exception", "unable to authenticate")));
        assertThat(failure(settings(url, new Credentials.Basic("me", "pass"), Optional.empty()))
                        .kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(authorizations).containsOnly("Basic bWU6cGFzcw==");
    }

    @Test
    void aSlowServerIsUnreachableAndNobodyWaitsLonger() throws IOException {
        var url = start(exchange -> {
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        long start = System.nanoTime();
        assertThat(failure(settings(url)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        assertThat(failure(settings(URI.create("http://localhost:1"))).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void somethingElseThanElasticsearchIsUnreachable() throws IOException {
        var html = start(exchange -> send(exchange, 200, "text/html", "<html>hello</html>"));
        assertThat(failure(settings(html)).kind()).isEqualTo(Kind.UNREACHABLE);
        var json = start(exchange -> send(exchange, 200, "application/json", "{\"a\":1}"));
        assertThat(failure(settings(json)).kind()).isEqualTo(Kind.UNREACHABLE);
        var broken = start(elastic(200, "{\"emails"));
        assertThat(failure(settings(broken)).kind()).isEqualTo(Kind.UNREACHABLE);
        var cut = start(exchange -> {
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.close();
        });
        assertThat(failure(settings(cut)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aKeyIsNotCarriedToWhereAServerPoints() throws IOException {
        var elsewhere = new CopyOnWriteArrayList<String>();
        var thief = start(exchange -> {
            elsewhere.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            send(exchange, 200, "application/json", "{}");
        });
        var url = start(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", thief.toString().replace("localhost", "127.0.0.1") + "/emails");
            send(exchange, 302, "text/plain", "");
        });
        assertThat(failure(settings(url)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(elsewhere).doesNotContain("ApiKey " + SECRET);
    }

    @Test
    void aServerIsTrustedByTheGivenCertificateOnly() throws Exception {
        var url = secured(elastic(401, error(401, "security_exception", "unable to authenticate")));
        assertThat(failure(settings(url, new Credentials.None(), Optional.of(folder.resolve("cert.pem"))))
                        .kind())
                .isEqualTo(Kind.REFUSED);
        authorizations.clear();
        assertThat(failure(settings(url)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(authorizations).isEmpty();
    }

    private URI secured(HttpHandler answer) throws Exception {
        var keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-file",
                folder.resolve("cert.pem").toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit");
        var store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return start(server, "https", answer);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aFileThatIsNoCertificateIsRefusedAtOnce() throws IOException {
        var file = Files.writeString(folder.resolve("ca.pem"), "hello");
        for (var wrong : List.of(file, folder.resolve("none.pem"))) {
            assertThatThrownBy(() -> failure(
                            settings(URI.create("https://localhost:1"), new Credentials.None(), Optional.of(wrong))))
                    .isInstanceOf(CountersignException.Invalid.class)
                    .hasMessageContaining("--search-ca");
        }
    }
}
