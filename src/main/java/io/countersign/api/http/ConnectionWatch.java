package io.countersign.api.http;

import io.countersign.api.Limits;
import io.countersign.api.Problem;
import io.countersign.shared.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that are too many, and those whose request does not arrive. The server's own idle timeout starts anew
 * with every byte, so that a byte now and then would keep a connection for ever; here the whole of a header, and then the
 * whole of a body, has one deadline.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOKS_PER_DEADLINE = 10;

    private final Map<Connection, Visit> visits = new ConcurrentHashMap<>();
    private final Limits limits;
    private final Scheduler scheduler;
    private final RefusalLog refusals;
    private final LongSupplier nanos;

    ConnectionWatch(Limits limits, Scheduler scheduler, RefusalLog refusals, LongSupplier nanos) {
        this.limits = limits;
        this.refusals = refusals;
        this.scheduler = scheduler;
        this.nanos = nanos;
    }

    /** What a connection is waited for. */
    private enum Waiting {
        /** Nothing, or the first byte of a request: the idle timeout counts. */
        IDLE,
        HEADER,
        BODY,
        /** It waits for us. */
        ANSWER
    }

    private static final class Visit {
        private Waiting waiting = Waiting.HEADER;
        private long since;
        private long bytesBefore;

        private Visit(long since) {
            this.since = since;
        }

        private synchronized void now(Waiting waiting, long since, long bytes) {
            this.waiting = waiting;
            this.since = since;
            this.bytesBefore = bytes;
        }

        private synchronized boolean isLate(long now, long bytes, Duration arrival) {
            if (waiting == Waiting.IDLE && bytes > bytesBefore) {
                waiting = Waiting.HEADER;
                since = now;
            }
            return (waiting == Waiting.HEADER || waiting == Waiting.BODY) && now - since > arrival.toNanos();
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    @Override
    protected void doStop() throws Exception {
        refusals.end();
        super.doStop();
    }

    /** The header of a request arrived; its body may still come. */
    void headerArrived(Connection connection) {
        put(connection, Waiting.BODY);
    }

    /** All of a request arrived. */
    void arrived(Connection connection) {
        put(connection, Waiting.ANSWER);
    }

    /** The answer is sent; another request may follow. */
    void answered(Connection connection) {
        put(connection, Waiting.IDLE);
    }

    private void put(Connection connection, Waiting waiting) {
        var visit = visits.get(connection);
        if (visit != null) {
            visit.now(waiting, nanos.getAsLong(), connection.getBytesIn());
        }
    }

    @Override
    public void onOpened(Connection connection) {
        visits.put(connection, new Visit(nanos.getAsLong()));
        if (visits.size() > limits.connections()) {
            refusals.refused("a connection: " + limits.connections() + " are open");
            turnAway(connection);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        visits.remove(connection);
    }

    private static void turnAway(Connection connection) {
        var body = Json.line(Problem.of(503, "Too many connections are open.", ""));
        var answer = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: " + Problem.TYPE + "\r\nContent-Length: "
                + body.length() + "\r\nRetry-After: 1\r\nConnection: close\r\n\r\n" + body;
        var endPoint = connection.getEndPoint();
        endPoint.write(Callback.from(endPoint::close), ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    private void lookLater() {
        scheduler.schedule(this::look, limits.arrival().toNanos() / LOOKS_PER_DEADLINE, TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        long now = nanos.getAsLong();
        visits.forEach((connection, visit) -> {
            if (visit.isLate(now, connection.getBytesIn(), limits.arrival())) {
                refusals.refused("a request that did not arrive in time");
                connection.getEndPoint().close();
            }
        });
        refusals.sumUp();
        lookLater();
    }
}
