package io.countersign.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.api.ApiToken;
import io.countersign.api.Call;
import io.countersign.api.Limits;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.shared.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real server with routes that need no mail, and clients that write what they like. */
final class TestServer implements AutoCloseable {
    /** Short deadlines, so that tests of them are short. */
    static final Limits QUICK = new Limits(
            1024 * 1024,
            8 * 1024,
            64,
            8,
            Duration.ofMillis(1500),
            Duration.ofSeconds(20),
            1e6,
            1_000_000,
            Duration.ofMillis(50));

    final CountDownLatch streamCancelled = new CountDownLatch(1);
    final String token;
    private final ApiServer server;

    TestServer(Path home, Limits limits) throws IOException {
        server = ApiServer.start(0, new ApiServer.Offer(routes(), ApiToken.in(home), limits, _ -> "It failed."));
        token = Files.readString(home.resolve(ApiToken.FILE)).strip();
    }

    private List<Route> routes() {
        return List.of(
                Route.of(
                        Verb.GET,
                        "/health",
                        "open",
                        _ -> Reply.json(Json.object().put("status", "ok"))),
                new Route(
                        Verb.GET,
                        "/api/things/{id}",
                        "a number",
                        Set.of("limit"),
                        call -> Reply.json(Json.object()
                                .put("id", call.id())
                                .put("limit", call.number("limit", 1, 9).orElse(-1)))),
                Route.of(Verb.PUT, "/api/things/{id}", "a number", TestServer::echo),
                Route.of(
                        Verb.GET,
                        "/api/things/all",
                        "a word",
                        _ -> Reply.json(Json.object().put("all", true))),
                Route.of(Verb.POST, "/api/echo", "what came", TestServer::echo),
                Route.of(Verb.POST, "/api/long", "takes a second", TestServer::takeASecond),
                Route.of(Verb.POST, "/api/fail", "fails", _ -> {
                    throw new IllegalStateException("secret of the inside");
                }),
                Route.of(Verb.GET, "/api/stream", "silent until it is cancelled", _ -> new Reply.Stream(this::wait)),
                Route.of(
                        Verb.GET,
                        "/api/talk",
                        "three events, then a failure",
                        _ -> new Reply.Stream((events, _) -> {
                            for (int i = 0; i < 3; i++) {
                                events.send("text", Json.object().put("text", "line\nof " + i));
                            }
                            throw new Refusal(409, "It ends here.");
                        })));
    }

    private static Reply echo(Call call) {
        return Reply.json(Json.object().put("name", Call.text(call.object(Set.of("name")), "name")));
    }

    private static Reply takeASecond(Call call) {
        try {
            assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new AssertionError("workers are never interrupted", e);
        }
        return echo(call);
    }

    private void wait(Reply.Events events, io.countersign.shared.task.Progress progress) {
        events.send("text", Json.object().put("text", "begun"));
        var never = new CountDownLatch(1);
        try {
            while (!never.await(10, TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
            }
        } catch (CancellationException e) {
            streamCancelled.countDown();
            throw e;
        } catch (InterruptedException e) {
            throw new AssertionError("workers are never interrupted", e);
        }
    }

    int port() {
        return server.port();
    }

    /** A connection that waits at most ten seconds for an answer. */
    Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 10_000);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends these lines with host and token, and returns the whole answer. */
    String ask(String requestLine, String... headers) throws IOException {
        return raw(requestLine + "\r\nHost: 127.0.0.1:" + port() + "\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n" + lines(headers) + "\r\n");
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    /** Sends exactly this, and returns all that comes back. */
    String raw(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return all(socket.getInputStream());
        }
    }

    static String all(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
