package io.countersign.api.http;

import io.countersign.api.Call;
import io.countersign.api.Limits;
import io.countersign.api.Problem;
import io.countersign.api.Refusal;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves requests that were let in: calls the handler of their route on a worker, and answers what it says. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Workers workers;
    private final Limits limits;
    private final Function<Throwable, String> words;
    private final RefusalLog refusals;

    /** @param words says a failure in an English sentence */
    Desk(Workers workers, Limits limits, Function<Throwable, String> words, RefusalLog refusals) {
        this.workers = workers;
        this.limits = limits;
        this.words = words;
        this.refusals = refusals;
    }

    /** What Jetty needs to be told. */
    record Exchange(Request request, Response response, Callback callback) {}

    Progress progress() {
        return workers.progress();
    }

    /** Begins; throws {@link RejectedExecutionException} once the server stops. */
    void serve(Route route, Call call, Exchange exchange) {
        Runnable work = () -> answer(route, call, exchange);
        if (route.verb() == Route.Verb.GET) {
            workers.look(work);
        } else {
            workers.change(work);
        }
    }

    private void answer(Route route, Call call, Exchange exchange) {
        try {
            switch (route.handler().reply(call)) {
                case Reply.Whole whole -> Answers.whole(exchange.response(), whole, exchange.callback());
                case Reply.Stream(var talk) -> stream(talk, exchange);
            }
        } catch (RuntimeException e) {
            refuse(route, exchange, refusal(e));
        }
    }

    private void refuse(Route route, Exchange exchange, Refusal refusal) {
        refusals.refused(route.verb() + " " + route.path() + ": " + refusal.status());
        Answers.problem(exchange.request(), exchange.response(), refusal, exchange.callback());
    }

    private Refusal refusal(RuntimeException failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case CountersignException.NotFound _ -> new Refusal(404, words.apply(failure));
            case CountersignException.Stale _ -> new Refusal(409, words.apply(failure));
            case CountersignException.Invalid _ -> new Refusal(422, words.apply(failure));
            case CountersignException.BadQuery _ -> new Refusal(422, words.apply(failure));
            case CountersignException.Unreachable _ -> new Refusal(503, "The database server does not answer.");
            case CancellationException _ -> new Refusal(503, "The server is stopping.");
            default -> {
                LOG.error("A request failed", failure);
                yield new Refusal(500, words.apply(failure));
            }
        };
    }

    private void stream(Reply.Talk talk, Exchange exchange) {
        if (!workers.openStream()) {
            throw new Refusal(503, "Too many streams are open.").header("Retry-After", "1");
        }
        var response = exchange.response();
        Answers.guard(response);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
        var events = new EventStream(response, limits.heartbeat(), workers.progress());
        try {
            workers.tell(() -> tell(talk, events));
        } catch (RejectedExecutionException _) {
            workers.closeStream();
            throw new Refusal(503, "The server is stopping.");
        }
        // It waits for the teller and the client, and uses no database: a virtual thread may.
        Thread.ofVirtual().name("api-send").start(() -> send(events, exchange));
    }

    private void tell(Reply.Talk talk, EventStream events) {
        try {
            talk.tell(events, events);
        } catch (CancellationException _) {
            LOG.debug("A stream was cancelled");
        } catch (RuntimeException e) {
            fail(events, refusal(e));
        } finally {
            events.end();
        }
    }

    private static void fail(EventStream events, Refusal refusal) {
        try {
            events.send("problem", Problem.of(refusal, ""));
        } catch (CancellationException _) {
            LOG.debug("Nobody was left to be told of a failure");
        }
    }

    private void send(EventStream events, Exchange exchange) {
        try {
            events.send();
            exchange.callback().succeeded();
        } catch (IOException e) {
            exchange.callback().failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.callback().failed(e);
        } finally {
            workers.closeStream();
        }
    }
}
