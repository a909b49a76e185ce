package io.countersign.api.http;

import io.countersign.api.Call;
import io.countersign.api.Limits;
import io.countersign.api.RateLimit;
import io.countersign.api.Refusal;
import io.countersign.api.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** Takes a request in: who asks, what for, how much of it; then hands it to the workers. Never blocks. */
final class FrontDoor extends Handler.Abstract.NonBlocking {
    private final Doorkeeper doorkeeper;
    private final RouteTable routes;
    private final Limits limits;
    private final RateLimit rate;
    private final ConnectionWatch watch;
    private final Desk desk;
    private final RefusalLog refusals;

    /** Who is let in, and to what. */
    record Gate(Doorkeeper doorkeeper, RouteTable routes, RateLimit rate) {}

    FrontDoor(Gate gate, Limits limits, ConnectionWatch watch, Desk desk, RefusalLog refusals) {
        this.doorkeeper = gate.doorkeeper();
        this.routes = gate.routes();
        this.limits = limits;
        this.rate = gate.rate();
        this.watch = watch;
        this.desk = desk;
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var connection = request.getConnectionMetaData().getConnection();
        watch.headerArrived(connection);
        Request.addCompletionListener(request, _ -> watch.answered(connection));
        try {
            doorkeeper.check(request);
            var match = routes.find(request.getMethod(), request.getHttpURI().getPath());
            var query = query(request, match.route());
            checkBody(request, match.route());
            checkRate(match.route());
            read(request, response, callback, body -> {
                watch.arrived(connection);
                var call = new Call(match.path(), query, body, desk.progress());
                desk.serve(match.route(), call, new Desk.Exchange(request, response, callback));
            });
        } catch (Refusal refusal) {
            refuse(request, response, callback, refusal);
        }
        return true;
    }

    private static Map<String, String> query(Request request, Route route) {
        var query = new HashMap<String, String>();
        for (var field : fields(request)) {
            if (!route.query().contains(field.getName())) {
                throw new Refusal(
                        400,
                        route.query().isEmpty()
                                ? "This path has no parameters."
                                : "There is a parameter that is not known. Known: "
                                        + String.join(
                                                ", ",
                                                route.query().stream().sorted().toList()) + ".");
            }
            if (field.hasMultipleValues()) {
                throw new Refusal(400, field.getName() + " is given more than once.");
            }
            query.put(field.getName(), field.getValue());
        }
        return query;
    }

    private static Iterable<org.eclipse.jetty.util.Fields.Field> fields(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (IllegalArgumentException | HttpException.RuntimeException _) {
            throw new Refusal(400, "What follows the question mark is not UTF-8 in percent encoding.");
        }
    }

    private void checkBody(Request request, Route route) {
        long length = request.getLength();
        boolean some = length != 0 && (length > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
        if (length > limits.bodyBytes()) {
            throw tooLarge();
        }
        if (some && !route.verb().hasBody()) {
            throw new Refusal(400, "A request with this verb has no body.");
        }
        if (some && !isJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
            throw new Refusal(415, "The body is JSON: Content-Type: application/json.");
        }
        if (some && request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            throw new Refusal(415, "The body is not compressed.").header("Accept-Encoding", "identity");
        }
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String type) {
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private Refusal tooLarge() {
        return new Refusal(413, "The body is larger than " + limits.bodyBytes() + " bytes.");
    }

    private void checkRate(Route route) {
        if ((route.verb() != Route.Verb.GET || route.path().startsWith("/api/chat/")) && !rate.take()) {
            throw new Refusal(429, "That is too fast. Try again in a second.").header("Retry-After", "1");
        }
    }

    private interface Reader {
        void accept(byte[] body);
    }

    private void read(Request request, Response response, Callback callback, Reader reader) {
        Content.Source.asByteArrayAsync(
                request, limits.bodyBytes(), Promise.Invocable.from(InvocationType.NON_BLOCKING, (body, failure) -> {
                    try {
                        if (failure != null) {
                            refuse(request, response, callback, unread(failure));
                        } else {
                            reader.accept(body);
                        }
                    } catch (RejectedExecutionException _) {
                        refuse(request, response, callback, new Refusal(503, "The server is stopping."));
                    }
                }));
    }

    private Refusal unread(Throwable failure) {
        return failure instanceof IllegalStateException
                ? tooLarge()
                : new Refusal(400, "The body did not arrive whole.");
    }

    private void refuse(Request request, Response response, Callback callback, Refusal refusal) {
        refusals.refused("a request: " + refusal.status());
        // What follows of this request is not waited for.
        if (request.getLength() != 0) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        Answers.problem(request, response, refusal, callback);
    }
}
