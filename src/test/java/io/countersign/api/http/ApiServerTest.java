package io.countersign.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.api.ApiToken;
import io.countersign.api.Limits;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, and how everybody else is refused. */
class ApiServerTest {
    @TempDir
    private Path home;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(home, TestServer.QUICK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void routesAreFoundAndLiteralPathsGoBeforeNumbers() throws IOException {
        assertThat(server.ask("GET /api/things/7?limit=3 HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"id\":7,\"limit\":3}");
        assertThat(server.ask("GET /api/things/all HTTP/1.1")).endsWith("{\"all\":true}");
        assertThat(server.ask("HEAD /api/things/7 HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("{");
    }

    @Test
    void everyAnswerForbidsStoringAndGuessing() throws IOException {
        for (var answer : List.of(server.ask("GET /api/things/7 HTTP/1.1"), server.ask("GET /nothing HTTP/1.1"))) {
            assertThat(answer).contains("Cache-Control: no-store\r\n").contains("X-Content-Type-Options: nosniff\r\n");
            assertThat(answer).doesNotContain("Access-Control-").doesNotContain("Server:");
        }
    }

    @Test
    void withoutTheTokenOnlyHealthIsAnswered() throws IOException {
        var host = "Host: localhost:" + server.port() + "\r\nConnection: close\r\n";
        assertThat(server.raw("GET /health HTTP/1.1\r\n" + host + "\r\n")).endsWith("{\"status\":\"ok\"}");
        for (var token : List.of(
                "",
                "Authorization: Bearer \r\n",
                "Authorization: Bearer x\r\n",
                "Authorization: Basic " + server.token + "\r\n",
                "Authorization: Bearer " + server.token + "x\r\n",
                "Authorization: Bearer " + server.token + "\r\nAuthorization: Bearer " + server.token + "\r\n")) {
            var answer = server.raw("GET /api/things/1 HTTP/1.1\r\n" + host + token + "\r\n");
            assertThat(problem(answer, 401).path("detail").asText())
                    .contains(ApiToken.FILE)
                    .doesNotContain(server.token);
            assertThat(answer).contains("WWW-Authenticate: Bearer");
        }
        assertThat(server.raw("GET /secret HTTP/1.1\r\n" + host + "\r\n")).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "127.0.0.1:1",
                "localhost.evil:%d",
                "127.0.0.1.evil:%d",
                "[::2]:%d",
                "0.0.0.0:%d"
            })
    void anotherHostIsRefused(String host) throws IOException {
        var answer = server.raw(
                "GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + host.formatted(server.port()) + "\r\n\r\n");
        assertThat(problem(answer, 421).path("title").asText()).isEqualTo("Misdirected Request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:%d", "localhost:%d", "LocalHost:%d", "[::1]:%d"})
    void thisComputerIsAnsweredByAllItsNames(String host) throws IOException {
        assertThat(server.raw("GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + host.formatted(server.port())
                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aHostIsNeededOnceAndAnAbsoluteAddressMustAgreeWithIt() throws IOException {
        var own = "127.0.0.1:" + server.port();
        assertThat(server.raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(server.raw("GET /health HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421 ");
        assertThat(server.raw("GET /health HTTP/1.1\r\nConnection: close\r\nHost: " + own + "\r\nHost: evil\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(server.raw("GET http://evil/health HTTP/1.1\r\nConnection: close\r\nHost: " + own + "\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4(00|21) .*");
    }

    @Test
    void pagesOfTheWebAreRefusedAndNeverAllowedByCors() throws IOException {
        for (var header : List.of(
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            problem(server.ask("GET /api/things/1 HTTP/1.1", header), 403);
        }
        assertThat(server.ask(
                        "GET /api/things/1 HTTP/1.1",
                        "Origin: http://127.0.0.1:" + server.port(),
                        "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200 ");
        problem(server.ask("OPTIONS /api/things/1 HTTP/1.1", "Access-Control-Request-Method: GET"), 405);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /api/things/1",
        "PATCH, /api/things/1",
        "POST, /api/things/1",
        "DELETE, /api/things/1",
        "BREW, /api/things/1",
        "get, /api/things/1"
    })
    void anotherVerbIsToldWhichAreAllowed(String verb, String path) throws IOException {
        var answer = server.ask(verb + " " + path + " HTTP/1.1");
        problem(answer, 405);
        assertThat(answer).contains("Allow: GET, HEAD, PUT\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/../api/things/1",
                "/api/%2e%2e/api/things/1",
                "/api/things/%2e%2e/1",
                "//api/things/1",
                "/api//things/1",
                "/api/things/1/",
                "/api/things/1;x=y",
                "/api;/things/1",
                "/api%2fthings/1",
                "/api/things/%00",
                "/api/things/1%00",
                "/api\\things\\1",
                "/api/things/..",
                "/api/things/.",
                "/%61pi/things/1",
                "/api/things/1%0d%0aX:y",
                "/api/things/\u00e4",
                "*",
                "/api/things/1#x",
                "/api/things/%",
                "/api/things/%zz",
                "/api/things/99999999999999999999",
                "/api/things/-",
                "/API/things/1"
            })
    void tricksWithPathsLeadNowhere(String path) throws IOException {
        var answer = server.ask("GET " + path + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
        problem(answer, Integer.parseInt(answer.substring(9, 12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?limit=0", "?limit=x", "?limit=1&limit=2", "?other=1", "?limit=%ff%fe", "?limit=%zz", "?%00=1"})
    void parametersThatAreNoneAreRefused(String query) throws IOException {
        problem(server.ask("GET /api/things/1" + query + " HTTP/1.1"), 400);
    }

    @Test
    void badJsonIsRefusedWithItsPlaceAndWithoutItsContent() throws IOException {
        var problem = problem(post("{\n  \"name\": secret}"), 400);
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isGreaterThan(9);
        assertThat(problem.path("detail").asText()).doesNotContain("secret");
        assertThat(problem.path("instance").asText()).isEqualTo("/api/echo");
        for (var body : List.of(
                "{",
                "[]",
                "\"x\"",
                "{} {}",
                "{\"name\":1}",
                "{\"other\":\"x\"}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "[".repeat(100_000),
                "\u0000",
                "{\"name\":\"" + "\u00ff\"}")) {
            problem(post(body), 400);
        }
        assertThat(post("{\"name\":\"x\"}")).startsWith("HTTP/1.1 200 ").endsWith("{\"name\":\"x\"}");
        assertThat(post("")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void otherBodiesAreRefused() throws IOException {
        problem(server.raw(head("POST /api/echo", "Content-Type: text/plain", "Content-Length: 2") + "{}"), 415);
        problem(server.raw(head("POST /api/echo", "Content-Length: 2") + "{}"), 415);
        problem(
                server.raw(head("GET /api/things/1", "Content-Type: application/json", "Content-Length: 2") + "{}"),
                400);
        problem(
                server.raw(head(
                                "POST /api/echo",
                                "Content-Type: application/json",
                                "Content-Length: 2",
                                "Transfer-Encoding: chunked")
                        + "0\r\n\r\n"),
                400);
    }

    @Test
    void compressedBodiesAreRefusedUnread() throws IOException {
        var answer = server.raw(
                head("POST /api/echo", "Content-Type: application/json", "Content-Encoding: gzip", "Content-Length: 2")
                        + "{}");
        problem(answer, 415);
        assertThat(answer).contains("Accept-Encoding: identity\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 2, 2",
                "Content-Length: +2",
                "Content-Length: -1",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked"
            })
    void aBodyWhoseEndCouldBeReadInTwoWaysEndsTheConnection(String length) throws IOException {
        var second = "GET /api/things/all HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                + server.token + "\r\n\r\n";

        var answer = server.raw("POST /api/echo HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nAuthorization: Bearer " + server.token + "\r\nContent-Type: application/json\r\n" + length
                + "\r\n\r\n" + "0\r\n\r\n" + second);

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("200 OK").doesNotContain("\"all\"");
    }

    @Test
    void chunksMayHaveExtensionsAndTrailersThatChangeNothing() throws IOException {
        var answer = server.raw(head("POST /api/echo", "Content-Type: application/json", "Transfer-Encoding: chunked")
                + "c;x=y\r\n{\"name\":\"x\"}\r\n0\r\nAuthorization: Bearer no\r\nX: y\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("{\"name\":\"x\"}");
    }

    @Test
    void aBodyIsAskedForOnlyOnceItsRequestIsLetIn() throws IOException {
        var waiting = "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
        var stranger = server.raw("POST /api/echo HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n" + waiting);
        problem(stranger, 401);
        problem(
                server.raw(head(
                        "POST /api/echo",
                        "Content-Type: application/json",
                        "Expect: 100-continue",
                        "Content-Length: 99999999")),
                413);
    }

    @Test
    void whatFailsInsideTellsNothingOfTheInside() throws IOException {
        var answer = server.ask("POST /api/fail HTTP/1.1");
        assertThat(problem(answer, 500).path("detail").asText()).isEqualTo("It failed.");
        assertThat(answer).doesNotContain("secret").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemDocumentToo() throws IOException {
        problem(server.ask("GET /api/things/1 HTTP/1.1", "X: " + "x".repeat(9000)), 431);
        problem(server.ask("GET /api/things/" + "1".repeat(9000) + " HTTP/1.1"), 414);
        problem(server.raw("GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nno colon\r\n\r\n"), 400);
        problem(server.raw("GET /health HTTP/9.9\r\n\r\n"), 505);
        problem(server.raw("\u0016\u0003\u0001 a handshake of TLS\r\n\r\n"), 400);
        problem(server.ask("GET /api/things/1 HTTP/1.1", "Transfer-Encoding: gzip"), 501, 400);
        problem(server.ask("GET /api/things/1 HTTP/1.1", "Expect: magic"), 417);
        problem(server.raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 426);
        var unread = problem(server.raw("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n"), 400);
        assertThat(unread.has("instance")).as("a path that nobody asked for").isFalse();
    }

    @Test
    void eventsAreToldOneByOneAndAFailureIsTheLast() throws IOException {
        assertThat(server.ask("GET /api/talk HTTP/1.1"))
                .contains("Content-Type: text/event-stream;charset=utf-8\r\n")
                .contains("event: text\ndata: {\"text\":\"line\\nof 0\"}\n\n")
                .contains("event: text\ndata: {\"text\":\"line\\nof 2\"}\n\n")
                .contains("event: problem\ndata: {\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,");
    }

    @Test
    void changesAreLimitedAndLookingIsNot(@TempDir Path other) throws IOException {
        var q = TestServer.QUICK;
        var slow = new Limits(
                q.bodyBytes(),
                q.headerBytes(),
                q.connections(),
                q.streams(),
                q.arrival(),
                q.idle(),
                1e-9,
                3,
                q.heartbeat());
        try (var limited = new TestServer(other, slow)) {
            for (int i = 0; i < 3; i++) {
                assertThat(limited.ask("POST /api/echo HTTP/1.1")).startsWith("HTTP/1.1 200 ");
            }
            var answer = limited.ask("POST /api/echo HTTP/1.1");
            problem(answer, 429);
            assertThat(answer).contains("Retry-After: 1\r\n");
            assertThat(limited.ask("GET /api/things/1 HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whatTakesLongerThanAConnectionMayBeSilentIsAnsweredAllTheSame(@TempDir Path other) throws IOException {
        var q = TestServer.QUICK;
        var impatient = new Limits(
                q.bodyBytes(),
                q.headerBytes(),
                q.connections(),
                q.streams(),
                q.arrival(),
                Duration.ofMillis(200),
                q.perSecond(),
                q.burst(),
                q.heartbeat());
        try (var limited = new TestServer(other, impatient)) {
            assertThat(limited.ask("POST /api/long HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(() -> ApiServer.start(
                        server.port(), new ApiServer.Offer(List.of(), ApiToken.in(home), TestServer.QUICK, _ -> "")))
                .isInstanceOf(CountersignException.PortInUse.class);
    }

    @Test
    void nobodyOutsideOfThisComputerIsListenedTo() throws IOException {
        for (var card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address :
                    card.inetAddresses().filter(one -> !one.isLoopbackAddress()).toList()) {
                assertThatThrownBy(() -> {
                            try (var socket = new Socket()) {
                                socket.connect(new InetSocketAddress(address, server.port()), 1000);
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private String head(String request, String... headers) {
        return request + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer " + server.token
                + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private String post(String body) throws IOException {
        return server.raw(
                head("POST /api/echo", "Content-Type: application/json", "Content-Length: " + body.length()) + body);
    }

    private static JsonNode problem(String answer, Integer... statuses) throws IOException {
        assertThat(answer).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(answer.substring(9, 12));
        assertThat(statuses).as(answer).contains(status);
        assertThat(answer).contains("Content-Type: application/problem+json\r\n");
        var node = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(node.path("status").asInt()).isEqualTo(status);
        assertThat(node.path("type").asText()).isEqualTo("about:blank");
        assertThat(node.path("title").asText()).isNotBlank().isNotEqualTo("Error");
        assertThat(node.path("detail").asText()).isNotBlank();
        return node;
    }
}
