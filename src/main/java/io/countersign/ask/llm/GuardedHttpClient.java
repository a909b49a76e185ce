package io.countersign.ask.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.countersign.ask.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a language model: one request to one address, no redirect, an answer of bounded size. What a server says about
 * a failure is not read.
 */
final class GuardedHttpClient implements HttpClient, AutoCloseable {
    private static final long MOST_BYTES = 16_000_000; // a few tokens of text in each 200 bytes of wrapping
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    private final java.net.http.HttpClient client;
    private final String origin;
    private final Consumer<Signal> signals;
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");

    /**
     * @param address where every request must go below
     * @param local no proxy stands between
     */
    GuardedHttpClient(String address, boolean local, Duration connect, Consumer<Signal> signals) {
        var builder = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(connect);
        this.client = (local ? builder.proxy(java.net.http.HttpClient.Builder.NO_PROXY) : builder).build();
        this.origin = address;
        this.signals = signals;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams are asked for");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        if (!request.url().startsWith(origin)) {
            throw new IllegalArgumentException("not the address that was set up");
        }
        running = client.sendAsync(plain(request), BodyHandlers.ofInputStream()).whenComplete((response, failure) -> {
            if (failure != null) {
                signals.accept(Signal.End.of(kindOf(failure)));
            } else {
                read(response, parser, listener);
            }
        });
    }

    private static java.net.http.HttpRequest plain(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private void read(
            HttpResponse<InputStream> response, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (var body = response.body()) {
            if (response.statusCode() / 100 != 2) {
                signals.accept(refusal(response));
                return;
            }
            parser.parse(
                    new BoundedStream(
                            body, MOST_BYTES, () -> signals.accept(Signal.End.of(new ModelFailure.TooLong()))),
                    new QuietListener(listener, signals));
            listener.onClose();
        } catch (IOException | RuntimeException e) {
            signals.accept(Signal.End.of(new ModelFailure.Broken()));
        } finally {
            // Counts only where nothing before it was an end: Ollama's stream may stop without one.
            signals.accept(Signal.End.of(new ModelFailure.Broken()));
        }
    }

    private static Signal refusal(HttpResponse<InputStream> response) {
        return switch (response.statusCode()) {
            case TOO_MANY_REQUESTS ->
                new Signal.Busy(response.headers()
                        .firstValue("Retry-After")
                        .map(GuardedHttpClient::seconds)
                        .orElse(SHORT_WAIT));
            case 401, 403 -> Signal.End.of(new ModelFailure.Forbidden());
            default -> Signal.End.of(new ModelFailure.Refused(response.statusCode()));
        };
    }

    private static Duration seconds(String text) {
        boolean number = !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Duration.ofSeconds(Integer.parseInt(text)) : SHORT_WAIT;
    }

    private static ModelFailure kindOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLException) {
                return new ModelFailure.Unreachable();
            }
        }
        return new ModelFailure.Broken();
    }

    /** Closes the connection, whatever state it is in. */
    @Override
    public void close() {
        running.cancel(false);
        client.shutdownNow();
    }
}
