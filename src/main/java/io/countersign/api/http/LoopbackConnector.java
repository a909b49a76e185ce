package io.countersign.api.http;

import io.countersign.api.Limits;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens at one of this computer's own addresses, for HTTP/1 and nothing else. */
final class LoopbackConnector extends ServerConnector {
    private final RefusalLog refusals;

    LoopbackConnector(Server server, String address, int port, Limits limits, RefusalLog refusals) {
        super(server, 1, 1, new HttpConnectionFactory(http(limits)));
        this.refusals = refusals;
        setHost(address);
        setPort(port);
        setIdleTimeout(limits.idle().toMillis());
        setShutdownIdleTimeout(0);
    }

    private static HttpConfiguration http(Limits limits) {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(limits.headerBytes());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        return http;
    }

    /** Such as when the process may open no more files: the library waits for a second, then tries again. */
    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (isRunning()) {
            refusals.refused("a connection: it could not be accepted, perhaps for too many open files");
        }
        return super.handleAcceptFailure(failure);
    }
}
