package io.countersign.api.http;

import io.countersign.api.ApiToken;
import io.countersign.api.Limits;
import io.countersign.api.LocalApiSettings;
import io.countersign.api.RateLimit;
import io.countersign.api.Route;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local API while it runs: on 127.0.0.1, and on ::1 where there is one. */
public final class ApiServer implements AutoCloseable {
    /** The port when nobody chose another. */
    public static final int PORT = LocalApiSettings.PORT;

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final Set<String> WITHOUT_TOKEN = Set.of("/health");
    private static final int THREADS = 12;

    private final Server server;
    private final Workers workers;
    private final int port;

    private ApiServer(Server server, Workers workers, int port) {
        this.server = server;
        this.workers = workers;
        this.port = port;
    }

    /**
     * What is served.
     *
     * @param words says a failure in an English sentence
     */
    public record Offer(List<Route> routes, ApiToken token, Limits limits, Function<Throwable, String> words) {
        public Offer {
            routes = List.copyOf(routes);
        }
    }

    /**
     * Starts; requests are answered when this returns.
     *
     * @param port 0 for any that is free
     * @throws CountersignException.PortInUse when another program listens there
     */
    public static ApiServer start(int port, Offer offer) {
        var limits = offer.limits();
        var server = new Server(threads());
        var workers = new Workers(limits.streams());
        var refusals = new RefusalLog(LOG::info, System::nanoTime);
        var watch = new ConnectionWatch(limits, server.getScheduler(), refusals, System::nanoTime);
        server.setErrorHandler(new ProblemPages(refusals));
        server.setStopTimeout(0);
        try {
            var first = new LoopbackConnector(server, "127.0.0.1", port, limits, refusals);
            first.open();
            int taken = first.getLocalPort();
            first.addBean(watch, false);
            server.addConnector(first);
            addIpv6(server, new LoopbackConnector(server, "::1", taken, limits, refusals), watch);
            var doorkeeper = new Doorkeeper(taken, offer.token(), WITHOUT_TOKEN);
            var rate = new RateLimit(limits.perSecond(), limits.burst(), System::nanoTime);
            var desk = new Desk(workers, limits, offer.words(), refusals);
            var gate = new FrontDoor.Gate(doorkeeper, new RouteTable(offer.routes()), rate);
            server.setHandler(new FrontDoor(gate, limits, watch, desk, refusals));
            server.addBean(watch);
            server.start();
            LOG.info("The local API listens on port {}", taken);
            return new ApiServer(server, workers, taken);
        } catch (Exception e) {
            stop(server);
            workers.stop();
            throw new CountersignException.PortInUse(port, e);
        }
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("api-server");
        threads.setDaemon(true);
        return threads;
    }

    private static void addIpv6(Server server, ServerConnector second, ConnectionWatch watch) {
        try {
            second.open();
            second.addBean(watch, false);
            server.addConnector(second);
        } catch (IOException e) {
            LOG.info("The local API listens on 127.0.0.1 only: {}", e.getMessage());
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Stops; what still runs is asked to end, and ends before this returns. Nothing is interrupted. */
    @Override
    public void close() {
        for (var connector : server.getConnectors()) {
            ((ServerConnector) connector).close();
        }
        workers.stop();
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The local API did not stop properly", e);
        }
    }
}
