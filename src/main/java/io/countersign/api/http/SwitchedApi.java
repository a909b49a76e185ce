package io.countersign.api.http;

import io.countersign.api.ApiToken;
import io.countersign.api.LocalApi;
import io.countersign.api.http.ApiServer.Offer;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts and stops {@link ApiServer} over what this process has open. */
public final class SwitchedApi implements LocalApi {
    private final Path home;
    private final Supplier<Offer> offer;
    private @Nullable ApiServer server;
    private int port;
    private boolean closed;

    /**
     * @param home where the token lies
     * @param offer what is served, asked for at each start
     */
    public SwitchedApi(Path home, Supplier<Offer> offer) {
        this.home = home;
        this.offer = offer;
    }

    @Override
    public synchronized void start(int wanted) {
        if (closed || (server != null && port == wanted)) {
            return;
        }
        stop();
        server = ApiServer.start(wanted, offer.get());
        port = wanted;
    }

    /** Serves what is on offer now, where it serves at all. */
    public synchronized void renew() {
        if (server != null) {
            stop();
            start(port);
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public Path tokenFile() {
        return home.resolve(ApiToken.FILE);
    }

    @Override
    public String token() {
        return ApiToken.in(home).value();
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
